using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>AGT4004: the members that do I/O. Only widespread clients are here, because those of single services are too many to list.</summary>
internal static class InputOutput
{
    private const string Any = "*";

    private static readonly string[] FileOpening = [".ctor"];

    public static readonly ForbiddenApi[] Apis =
    [
        new(Rules.InputOutput, "System.Net.Http", "HttpMessageInvoker", "Send*") { Changes = ["Send*"] },
        new(Rules.InputOutput, "System.Net.Http", "HttpClient", "Send*", "Get*", "Post*", "Put*", "Patch*", "Delete*") { Changes = ["Send*", "Post*", "Put*", "Patch*", "Delete*"] },
        new(Rules.InputOutput, "System.Net.Http.Json", "HttpClientJsonExtensions", Any) { Changes = ["Post*", "Put*", "Patch*", "Delete*"] },
        new(Rules.InputOutput, "Agnt5", "Agnt5Client",
            "Run*", "Submit*", "Stream*", "Wait*", "Status*", "Result*", "Output*", "Events*", "LiveEvents*", "List*", "Question*",
            "Answer*", "Skip*", "Signal*", "Approve*", "Reject*", "Cancel*", "Publish*", "ReceivedEvent*", "Batch*", "Chat*")
        {
            Changes = ["Run*", "Submit*", "Stream*", "Signal*", "BatchAsync", "Chat*"],
        },
        new(Rules.InputOutput, "Agnt5", "RunHandle",
            "Wait*", "Status*", "Events*", "LiveEvents*", "Question*", "Answer*", "Skip*", "Signal*", "Approve*", "Reject*", "Cancel*") { Changes = ["Signal*"] },
        // The methods that the generator writes for the client: in the namespace of the project that declares the components.
        new(Rules.InputOutput, ForbiddenApi.AnyNamespace, "Agnt5Stubs", Any) { Changes = [Any] },
        new(Rules.InputOutput, "System.IO", "File", Any) { Changes = ["Append*", "Copy", "Create*", "Delete", "Move", "Replace", "Write*"] },
        new(Rules.InputOutput, "System.IO", "Directory", Any) { Changes = ["Delete", "Move"] },
        new(Rules.InputOutput, "System.IO", "FileSystemInfo", "Create*", "Delete*", "Refresh", "Exists", "LastWrite*", "LastAccess*", "Creation*") { Changes = ["Delete"] },
        new(Rules.InputOutput, "System.IO", "FileInfo", "Open*", "Append*", "CopyTo", "MoveTo", "Replace", "Length") { Changes = ["Append*", "CopyTo", "MoveTo", "Replace"] },
        new(Rules.InputOutput, "System.IO", "DirectoryInfo", "Get*", "Enumerate*", "MoveTo") { Changes = ["MoveTo"] },
        new(Rules.InputOutput, "System.IO", "RandomAccess", Any),
        new(Rules.InputOutput, "System.IO", "FileStream", FileOpening),
        new(Rules.InputOutput, "System.IO", "FileSystemWatcher", FileOpening),
        new(Rules.InputOutput, "System.IO", "StreamReader", FileOpening) { Only = TakesPath },
        new(Rules.InputOutput, "System.IO", "StreamWriter", FileOpening) { Only = TakesPath },
        new(Rules.InputOutput, "System.IO", "Path", "GetTempFileName", "Exists"),
        new(Rules.InputOutput, "System", "Console", "Read*"),
        new(Rules.InputOutput, "System.Net", "Dns", Any),
        new(Rules.InputOutput, "System.Net", "WebClient", "Download*", "Upload*", "Open*") { Changes = ["Upload*"] },
        new(Rules.InputOutput, "System.Net", "WebRequest", "GetResponse*", "GetRequestStream*"),
        new(Rules.InputOutput, "System.Net.Mail", "SmtpClient", "Send*") { Changes = ["Send*"] },
        new(Rules.InputOutput, "MailKit", "IMailTransport", "Send*") { Changes = ["Send*"] },
        new(Rules.InputOutput, "Azure.Messaging.ServiceBus", "ServiceBusSender", "Send*", "Schedule*") { Changes = ["Send*", "Schedule*"] },
        new(Rules.InputOutput, "System.Net.NetworkInformation", "Ping", "Send*"),
        new(Rules.InputOutput, "System.Net.Sockets", "Socket", "Connect*", "Accept*", "Bind", "Listen", "Send*", "Receive*"),
        new(Rules.InputOutput, "System.Net.Sockets", "TcpClient", "Connect*"),
        new(Rules.InputOutput, "System.Net.Sockets", "TcpListener", "Start", "Accept*"),
        new(Rules.InputOutput, "System.Net.Sockets", "UdpClient", "Connect*", "Send*", "Receive*"),
        new(Rules.InputOutput, "System.Net.Sockets", "NetworkStream", "Read*", "Write*"),
        new(Rules.InputOutput, "System.Net.WebSockets", "WebSocket", "Send*", "Receive*", "Close*"),
        new(Rules.InputOutput, "System.Net.WebSockets", "ClientWebSocket", "Connect*"),
        new(Rules.InputOutput, "System.Diagnostics", "Process", "Start", "GetProcess*", "GetCurrentProcess", "Kill", "WaitForExit*") { Changes = ["Start"] },
        new(Rules.InputOutput, "System.Data", "IDbConnection", "Open", "BeginTransaction", "ChangeDatabase"),
        new(Rules.InputOutput, "System.Data", "IDbCommand", "Execute*", "Prepare") { Changes = ["ExecuteNonQuery*"] },
        new(Rules.InputOutput, "System.Data", "IDbTransaction", "Commit", "Rollback"),
        new(Rules.InputOutput, "System.Data.Common", "DbConnection", "Open*", "BeginTransaction*", "ChangeDatabase*"),
        new(Rules.InputOutput, "System.Data.Common", "DbCommand", "Execute*", "Prepare*") { Changes = ["ExecuteNonQuery*"] },
        new(Rules.InputOutput, "System.Data.Common", "DbTransaction", "Commit*", "Rollback*"),
        new(Rules.InputOutput, "System.Data.Common", "DbDataReader", "Read*", "NextResult*"),
        new(Rules.InputOutput, "Dapper", "SqlMapper", "Query*", "Execute*") { Changes = ["Execute", "ExecuteAsync"] },
        new(Rules.InputOutput, "Microsoft.EntityFrameworkCore", "DbContext", "SaveChanges*", "Find*") { Changes = ["SaveChanges*"] },
        new(Rules.InputOutput, "Microsoft.EntityFrameworkCore", "DbSet", "Find*"),
        new(Rules.InputOutput, "Microsoft.EntityFrameworkCore", "EntityFrameworkQueryableExtensions",
            "All*", "Any*", "Average*", "Contains*", "Count*", "Execute*", "First*", "ForEach*", "Last*", "Load*",
            "LongCount*", "Max*", "Min*", "Single*", "Sum*", "To*", "ElementAt*") { Changes = ["Execute*"] },
        new(Rules.InputOutput, "Microsoft.EntityFrameworkCore", "RelationalQueryableExtensions", "Execute*") { Changes = ["Execute*"] },
        new(Rules.InputOutput, "Microsoft.EntityFrameworkCore", "RelationalDatabaseFacadeExtensions", "Execute*", "Migrate*", "OpenConnection*") { Changes = ["Execute*"] },
        new(Rules.InputOutput, "Microsoft.EntityFrameworkCore.Infrastructure", "DatabaseFacade", "BeginTransaction*", "CommitTransaction*", "EnsureCreated*", "EnsureDeleted*", "CanConnect*"),
        new(Rules.InputOutput, "Microsoft.Extensions.Caching.Distributed", "IDistributedCache", Any),
        new(Rules.InputOutput, "Microsoft.Extensions.Caching.Distributed", "DistributedCacheExtensions", Any),
        new(Rules.InputOutput, "Microsoft.Extensions.Caching.Hybrid", "HybridCache", Any),
        new(Rules.ModelCall, "Microsoft.Extensions.AI", "IChatClient", "GetResponseAsync", "GetStreamingResponseAsync"),
        new(Rules.ModelCall, "Microsoft.Extensions.AI", "ChatClientExtensions", "GetResponseAsync", "GetStreamingResponseAsync"),
        new(Rules.ModelCall, "Microsoft.Extensions.AI", "ChatClientStructuredOutputExtensions", "GetResponseAsync"),
        new(Rules.InputOutput, "Microsoft.Extensions.AI", "AIFunction", "InvokeAsync"),
        new(Rules.InputOutput, "Microsoft.Extensions.AI", "IEmbeddingGenerator", "GenerateAsync"),
        new(Rules.InputOutput, "Microsoft.Extensions.AI", "EmbeddingGeneratorExtensions", "Generate*"),
        new(Rules.InputOutput, "Grpc.Core", "ClientBase", Any),
    ];

    private static bool TakesPath(IMethodSymbol constructor) => constructor.Parameters is [{ Type.SpecialType: SpecialType.System_String }, ..];
}
