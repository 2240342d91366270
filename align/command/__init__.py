"""What the command needs beside its sub-commands: arguments as people write them, help, completion, how it ends."""
