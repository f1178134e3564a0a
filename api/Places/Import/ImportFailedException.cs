namespace Jizhou.Public.Api.Places.Import;

/// <summary>The whole file was refused and nothing changed; the message is Chinese and says how to mend it.</summary>
public class ImportFailedException(string message, Exception? inner = null) : Exception(message, inner);
