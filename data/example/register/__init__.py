"""What the people of Doggerland recorded in their register: made up, the same each time, and checked like anyone's."""
