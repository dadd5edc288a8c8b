namespace Agnt5;

/// <summary>The version of this SDK. Asking the assembly for it would be reflection; a test holds it to the package's version.</summary>
internal static class SdkVersion
{
    public const string Value = "0.1.0-beta.1";
}
