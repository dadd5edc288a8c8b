using Agnt5.Analyzers.Durability;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Hosting;

/// <summary>AGT5008: the table of members that no attribute marks. Each was tried in WebAssembly with .NET 10, and throws, never ends, or ends the runtime.</summary>
internal static class WasmApis
{
    /// <summary>What becomes of a wait for a task.</summary>
    public const string Blocks = "throws in WebAssembly while the task is not done, because nothing else can run meanwhile: await the task";

    private const string WaitsInVain = "waits in vain in WebAssembly, because what would end the wait cannot run meanwhile: await a task, such as SemaphoreSlim.WaitAsync";
    private const string Handler = "makes requests that the host does not see, which fail in Workers, and most of its settings throw in WebAssembly: take HttpClient from the services";
    private const string Client = "makes requests that the host does not see, which fail in Workers: take HttpClient from the services";
    private const string Invariant = "throws in WebAssembly for each culture but the invariant one: use CultureInfo.InvariantCulture, or a format of your own";
    private const string Era = "throws in WebAssembly, which has no culture data: leave the calendar to a service, or do without it";
    private const string WindowsZone = "throws in WebAssembly, which does not know Windows' names of time zones: use the name of the time zone database, such as Europe/Berlin";
    private const string NoSocket = "ends the runtime in WebAssembly where JavaScript has no WebSocket, as in Node 20: use HTTP, or a function of the host";
    private const string NoPriority = "ends the runtime in WebAssembly, whose only thread has no priority: leave it out";

    private static readonly ILookup<string, WasmApi> ByType = new WasmApi[]
    {
        new("System.Net.Http", "HttpClient", Client, ".ctor") { Only = static use => use is IObjectCreationOperation { Arguments.IsEmpty: true } },
        new("System.Net.Http", "HttpClientHandler", Handler, ".ctor"),
        new("System.Net.Http", "SocketsHttpHandler", Handler, ".ctor"),
        new("System.Threading", "WaitHandle", WaitsInVain, "WaitOne", "WaitAll", "WaitAny", "SignalAndWait") { Only = Waits },
        new("System.Threading", "Thread", NoPriority, "Priority") { Only = static use => use.Parent is ISimpleAssignmentOperation assignment && assignment.Target == use },
        new("System.Net.WebSockets", "ClientWebSocket", NoSocket, "ConnectAsync"),
        new("System.Globalization", "CultureInfo", Invariant, ".ctor", "GetCultureInfo", "GetCultureInfoByIetfLanguageTag", "CreateSpecificCulture") { Only = NamesCulture },
        new("System.Globalization", "RegionInfo", Invariant, ".ctor"),
        new("System.Globalization", "CompareInfo", Invariant, "GetCompareInfo") { Only = NamesCulture },
        new("System.Globalization", "JapaneseCalendar", Era, ".ctor"),
        new("System.Globalization", "KoreanCalendar", Era, ".ctor"),
        new("System.Globalization", "TaiwanCalendar", Era, ".ctor"),
        new("System", "TimeZoneInfo", WindowsZone, "FindSystemTimeZoneById") { Only = static use => First(use) is string id && id.EndsWith(" Standard Time", StringComparison.Ordinal) },
    }.ToLookup(static api => api.Type, StringComparer.Ordinal);

    /// <summary>The entry for a use of a member, or <see langword="null"/>.</summary>
    public static WasmApi? Find(ISymbol member, IOperation use)
    {
        for (var type = member.ContainingType; type is { SpecialType: not SpecialType.System_Object }; type = type.BaseType)
            foreach (var api in ByType[type.Name])
                if (api.Has(member, use) && SymbolText.IsIn(type, api.Namespace))
                    return api;
        return null;
    }

    /// <summary>Whether a call may wait. With a timeout of zero it asks and does not wait.</summary>
    public static bool Waits(IOperation use) => use is not IInvocationOperation call || !call.Arguments.Any(static argument =>
        argument.Value is { ConstantValue: { HasValue: true, Value: 0 } } or IFieldReferenceOperation { Field: { Name: "Zero", ContainingType.Name: "TimeSpan" } });

    // The invariant culture has the empty name and the number 127.
    private static bool NamesCulture(IOperation use) => First(use) is not ("" or 127);

    private static object? First(IOperation use)
    {
        var arguments = use switch
        {
            IInvocationOperation call => call.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => [],
        };
        return arguments is [var first, ..] && first.Value.ConstantValue is { HasValue: true, Value: var value } ? value : null;
    }
}
