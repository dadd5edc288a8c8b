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
        new(Rules.Surroundings, "System", "TimeZoneInfo", "ConvertTimeToUtc") { Only = static method => method.Parameters.Length == 1 },
        new(Rules.Surroundings, "System", "TimeZone", "CurrentTimeZone"),
        new(Rules.Surroundings, "System", "TimeProvider", "LocalTimeZone"),
        new(Rules.Surroundings, "System", "DateTime", "ToLocalTime", "ToFileTime", "FromFileTime"),
        new(Rules.Surroundings, "System", "DateTimeOffset", "ToLocalTime", "LocalDateTime"),
        new(Rules.Surroundings, "System", "AppContext", "BaseDirectory"),
        new(Rules.Surroundings, "System", "AppDomain", "BaseDirectory"),
        new(Rules.Surroundings, "System", "GC", "CollectionCount", "Get*"),
        new(Rules.Surroundings, "System.IO", "Path", "GetTempPath"),
        new(Rules.Surroundings, "System.Runtime.InteropServices", "RuntimeInformation",
            "FrameworkDescription", "OSArchitecture", "OSDescription", "ProcessArchitecture", "RuntimeIdentifier"),
        new(Rules.Surroundings, "System.Threading", "Thread", "CurrentThread", "CurrentPrincipal", "GetCurrentProcessorId"),
        new(Rules.Surroundings, "System.Threading.Tasks", "Task", "CurrentId"),
        new(Rules.Surroundings, "System.Diagnostics", "Activity",
            "Duration", "Id", "ParentId", "ParentSpanId", "RootId", "SpanId", "StartTimeUtc", "TraceId"),
        new(Rules.Surroundings, "Microsoft.AspNetCore.Http", "IHttpContextAccessor", "HttpContext"),
        new(Rules.Surroundings, "Microsoft.FeatureManagement", "IFeatureManager", "IsEnabledAsync"),
        new(Rules.Surroundings, "OpenFeature", "IFeatureClient", "Get*"),
        new(Rules.ProcessCache, "Microsoft.Extensions.Caching.Memory", "IMemoryCache", "TryGetValue"),
        new(Rules.ProcessCache, "Microsoft.Extensions.Caching.Memory", "CacheExtensions", "Get", "GetOrCreate*", "TryGetValue"),
        new(Rules.ProcessCache, "System.Runtime.Caching", "ObjectCache", "AddOrGetExisting", "Contains", "Get*", "this[]"),
    ];

    // Values of the machine or process. Other surroundings come with the deployment, to which a run is pinned.
    private static readonly string[] OfProcess = ["Environment.CurrentManagedThreadId", "Environment.MachineName", "Environment.ProcessId"];

    /// <summary>Whether a value is another one in each process, even in those of one deployment.</summary>
    /// <param name="finding">The finding about the read of the value.</param>
    public static bool DifferInEachProcess(BodyFinding finding) =>
        finding.Rule == Rules.Clock || finding.Rule == Rules.RandomValue || finding.Rule == Rules.HashCode
        || (finding.Rule == Rules.Surroundings && finding.Arguments is [string member] && OfProcess.Contains(member));

    /// <summary>Whether a field is shared by all runs of the process and may change.</summary>
    public static bool IsMutableStatic(IFieldReferenceOperation reference) => reference.Field is { IsStatic: true, IsReadOnly: false, IsConst: false };

    /// <summary>Whether a property of the project is a static value that may be set.</summary>
    public static bool IsMutableStatic(IPropertyReferenceOperation reference) =>
        reference.Property is { IsStatic: true, SetMethod: { IsInitOnly: false }, DeclaringSyntaxReferences.IsEmpty: false };
}
