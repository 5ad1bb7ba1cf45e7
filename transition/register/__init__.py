"""What people record: the register. Every read and write goes through `Register`, which knows who acts."""
