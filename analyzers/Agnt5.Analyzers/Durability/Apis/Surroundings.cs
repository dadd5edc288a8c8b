using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>AGT4006: the values that may differ in the process that replays.</summary>
internal static class Surroundings
{
    private const string Configuration = "Microsoft.Extensions.Configuration";

    public static readonly ForbiddenApi[] Apis =
    [
        new(Rules.Surroundings, "System", "Environment",
            "GetEnvironmentVariable*", "ExpandEnvironmentVariables", "GetCommandLineArgs", "GetFolderPath", "GetLogicalDrives", "CommandLine", "CurrentDirectory", "CurrentManagedThreadId",
            "MachineName", "OSVersion", "ProcessId", "ProcessPath", "ProcessorCount", "SystemDirectory", "UserDomainName", "UserName", "UserInteractive", "Version", "WorkingSet", "CpuUsage"),
        new(Rules.Surroundings, Configuration, "IConfiguration", "this[]", "GetSection", "GetChildren"),
        new(Rules.Surroundings, Configuration, "IConfigurationSection", "Value"),
        new(Rules.Surroundings, Configuration, "ConfigurationExtensions", "GetConnectionString", "GetRequiredSection", "AsEnumerable", "Exists"),
        new(Rules.Surroundings, Configuration, "ConfigurationBinder", "Get", "GetValue", "Bind"),
        new(Rules.Surroundings, "System.Configuration", "ConfigurationManager", "AppSettings", "ConnectionStrings", "GetSection"),
        new(Rules.Surroundings, "System.Globalization", "CultureInfo", "CurrentCulture", "CurrentUICulture", "InstalledUICulture"),
        new(Rules.Surroundings, "System.Globalization", "RegionInfo", "CurrentRegion"),
        new(Rules.Surroundings, "System", "TimeZoneInfo", "Local"),
        new(Rules.Surroundings, "System.Threading", "Thread", "CurrentThread", "CurrentPrincipal"),
    ];

    /// <summary>Whether a field is shared by all runs of the process and may change.</summary>
    public static bool IsMutableStatic(IFieldReferenceOperation reference) => reference.Field is { IsStatic: true, IsReadOnly: false, IsConst: false };

    /// <summary>Whether a property of the project is a static value that may be set.</summary>
    public static bool IsMutableStatic(IPropertyReferenceOperation reference) =>
        reference.Property is { IsStatic: true, SetMethod: { IsInitOnly: false }, DeclaringSyntaxReferences.IsEmpty: false };
}
