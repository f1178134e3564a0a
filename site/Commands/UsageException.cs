namespace Jizhou.Public.Site.Commands;

/// <summary>The command line cannot be understood; the message says what is wrong with it.</summary>
public sealed class UsageException(string message) : Exception(message);
