namespace Agnt5;

/// <summary>A function of the JavaScript side threw.</summary>
/// <param name="message">What it threw.</param>
public sealed class JavaScriptException(string message) : Exception(message);
