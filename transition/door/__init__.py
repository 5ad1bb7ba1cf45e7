"""The one guarded door for files people bring. A file is read in a child process with limits; what comes out is plain cells."""
