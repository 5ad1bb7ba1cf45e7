"""The steps. A step that was released is never changed; what the tables have to become is a next step."""
