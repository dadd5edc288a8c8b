namespace Agnt5.Cli.Commands.Smoke;

/// <summary>One check of an endpoint.</summary>
/// <param name="Name">What is checked.</param>
/// <param name="IsWell">Whether it is as it should be.</param>
/// <param name="Result">What came of it, in words.</param>
internal sealed record SmokeCheck(string Name, bool IsWell, string Result);
