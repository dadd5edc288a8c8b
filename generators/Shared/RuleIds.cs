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
    public const string UnfitAgent = "AGT1009";
    public const string ToolWithoutDescription = "AGT1010";
    public const string ToolParameterWithoutDescription = "AGT1011";
    public const string UnknownTool = "AGT1012";
    public const string PolicyWithoutComponent = "AGT1013";
    public const string NoCancellationToken = "AGT1014";
    public const string LeftOut = "AGT1015";
    public const string IndistinctTools = "AGT1016";
    public const string UnmarkedService = "AGT1017";
    public const string OtherLanguage = "AGT1018";
    public const string OldLanguageVersion = "AGT1019";
    public const string UnfitForJavaScriptHost = "AGT1020";
    public const string NeedsAspNetCore = "AGT1021";
    public const string NoAddon = "AGT1022";
    public const string LargeWorker = "AGT1023";

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
    public const string SlowPattern = "AGT2010";
    public const string UnboundedCollection = "AGT2011";
    public const string UndeclaredSubtype = "AGT2012";
    public const string ReflectionConverter = "AGT2013";

    // Triggers and flow control
    public const string BatchDeclared = "AGT3001";
    public const string ValueOutOfRange = "AGT3002";
    public const string KeyTwice = "AGT3003";
    public const string UnresolvedKeyExpression = "AGT3004";
    public const string PriorityExpression = "AGT3005";
    public const string SingletonMode = "AGT3006";
    public const string InvalidCron = "AGT3007";
    public const string InvalidTrigger = "AGT3008";
    public const string Contradiction = "AGT3009";
    public const string SkippedTrigger = "AGT3010";
    public const string UnboundSchedule = "AGT3011";
    public const string KeyOfDirectRunsAlone = "AGT3012";

    // Durability and determinism
    public const string Clock = "AGT4001";
    public const string RandomValue = "AGT4002";
    public const string Delay = "AGT4003";
    public const string InputOutput = "AGT4004";
    public const string Concurrency = "AGT4005";
    public const string Surroundings = "AGT4006";
    public const string KeyUsedTwice = "AGT4007";
    public const string ConstantKeyInLoop = "AGT4008";
    public const string UnstableKey = "AGT4009";
    public const string DurableCallInStep = "AGT4010";
    public const string CleanupAroundWait = "AGT4011";
    public const string NotAwaited = "AGT4012";
    public const string ConfigureAwaitFalse = "AGT4013";
    public const string Blocking = "AGT4014";
    public const string StateWrittenInStep = "AGT4015";
    public const string UnboundedLoop = "AGT4016";
    public const string CaptureWrittenInStep = "AGT4017";
    public const string InjectedLogger = "AGT4018";
    public const string RacedWaits = "AGT4019";
    public const string IgnoredToken = "AGT4020";
    public const string RepeatedChange = "AGT4021";
    public const string FailureCause = "AGT4022";
    public const string HostCast = "AGT4023";
    public const string ProcessCache = "AGT4024";
    public const string StepPolicy = "AGT4025";

    // Hosting and security
    public const string LiteralSecret = "AGT5001";
    public const string UnsignedOutsideDevelopment = "AGT5002";
    public const string EndpointNotMapped = "AGT5003";
    public const string BodyReadBeforeEndpoint = "AGT5004";
    public const string GuardSwitchedOff = "AGT5005";
    public const string OptionOutOfRange = "AGT5006";
    public const string NoJavaScriptHost = "AGT5007";
    public const string NotInWasm = "AGT5008";

    /// <summary>The category of a rule, by which settings name all rules of one topic.</summary>
    public static string CategoryOf(string id) => id[3] switch
    {
        '1' => "Agnt5.Declarations",
        '2' => "Agnt5.Types",
        '3' => "Agnt5.FlowControl",
        '4' => "Agnt5.Durability",
        _ => "Agnt5.Hosting",
    };

    /// <summary>Whether a type rule only warns: code is still generated.</summary>
    public static bool IsWarning(string id) => id is LosesDerivedData or UntypedObject;
}
