namespace Agnt5;

/// <summary>The version of this SDK. Reading it from the assembly would be reflection. A test compares it with the package's version.</summary>
internal static class SdkVersion
{
    public const string Value = "0.1.0-beta.1";
}
