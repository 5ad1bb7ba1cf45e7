"""The steps that bring a database of the register up to date, one file a step in versions/. Run by `transition.register.migrate`."""
