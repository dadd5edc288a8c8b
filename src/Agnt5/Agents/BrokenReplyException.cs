namespace Agnt5.Agents;

/// <summary>The failure of a model call whose reply broke off or was an error. Another attempt may succeed, as after every <see cref="IOException"/>.</summary>
internal sealed class BrokenReplyException(string message, Exception? innerException = null) : IOException(message, innerException);
