namespace Agnt5;

/// <summary>A function of the JavaScript side threw, or returned something else than it should: one of the option <c>services</c>, or an option that is asked at each request.</summary>
/// <param name="message">Which function it was, and what it did.</param>
public sealed class JavaScriptException(string message) : Exception(message);
