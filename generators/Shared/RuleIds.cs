namespace Agnt5.Shared;

/// <summary>The ids of the rules: banded by topic, never reused.</summary>
internal static class RuleIds
{
    // Declarations
    public const string Inaccessible = "AGT1001";
    public const string InvalidName = "AGT1002";
    public const string DuplicateName = "AGT1003";
    public const string UnsupportedShape = "AGT1004";
    public const string InvalidReturnType = "AGT1005";
    public const string UnfitContext = "AGT1006";
    public const string SeveralComponentAttributes = "AGT1007";
    public const string NotConstructible = "AGT1008";

    // Types and JSON
    public const string UnsupportedType = "AGT2001";
    public const string ConverterOutOfReach = "AGT2002";
    public const string DuplicateJsonName = "AGT2003";
    public const string NotReadable = "AGT2004";
    public const string OpenDurableType = "AGT2005";
    public const string LosesDerivedData = "AGT2006";
    public const string InvalidDictionaryKey = "AGT2007";
    public const string UntypedObject = "AGT2008";
    public const string InaccessibleType = "AGT2009";

    // Triggers and flow control
    public const string ValueOutOfRange = "AGT3002";

    /// <summary>Whether a type rule warns only: code is generated all the same.</summary>
    public static bool IsWarning(string id) => id is LosesDerivedData or UntypedObject;
}
