namespace Agnt5.Payloads;

/// <summary>A fetch or an upload did not work. The message is for the caller and the log: it names no more of the URL than its host, since a signed URL is a secret.</summary>
internal sealed class ObjectStoreException(string message) : Exception(message);
