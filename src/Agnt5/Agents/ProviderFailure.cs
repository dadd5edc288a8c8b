using System.Globalization;
using System.Net;
using System.Net.Http;
using System.Text.RegularExpressions;

namespace Agnt5.Agents;

/// <summary>
/// What an exception of a provider's client says about the provider's response. The packages of the clients are not referenced, so members are read by their names. An app that is trimmed may have
/// lost them; then the exception's text decides, which names the status too.
/// </summary>
internal sealed partial class ProviderFailure
{
    private const string StatusDetails = "grpc-status-details-bin";

    private readonly IReadOnlyDictionary<string, string> _headers;
    private readonly string _text;
    private readonly byte[]? _details;
    private readonly object? _given;

    private ProviderFailure(Exception failure)
    {
        var response = ForeignMembers.Call(failure, "GetRawResponse");
        var given = ForeignMembers.Pairs(
            ForeignMembers.Read(response, "Headers") ?? ForeignMembers.Read(failure, "Headers") ?? ForeignMembers.Read(failure, "ResponseHeaders") ?? ForeignMembers.Read(failure, "Trailers"));
        _headers = RetryHeaders.From(given.Select(static pair => KeyValuePair.Create(pair.Name, pair.Value as string)));
        _details = given.FirstOrDefault(static pair => pair.Name == StatusDetails).Value as byte[];
        // A body is a BinaryData, whose text is its content.
        _text = $"{failure.Message}\n{ForeignMembers.Read(response, "Content")}";
        Status = StatusOf(failure) ?? StatusIn(failure.Message);
        _given = failure.Data["Retry-After"];
    }

    /// <summary>The HTTP status, or the one that means the same as a status of gRPC.</summary>
    public int? Status { get; }

    /// <summary>Whether another attempt may succeed, or <see langword="null"/> when the exception does not tell.</summary>
    public bool? IsTransient => ProviderErrorCodes.NeverHeals(_text)
        ? false
        : RetryHeaders.ShouldRetry(_headers) ?? (Status is { } status ? IsTransientStatus(status) : ProviderErrorCodes.IsTransient(_text));

    public static ProviderFailure Read(Exception failure) => new(failure);

    public static bool IsTransientStatus(int status) => status is 408 or 429 or >= 500;

    /// <summary>The wait that the response asks for, or <see langword="null"/>.</summary>
    public TimeSpan? Wait(TimeProvider time) => Given(time) ?? RetryHeaders.Wait(_headers, Status, time) ?? RetryInfo.InStatus(_details) ?? RetryInfo.InText(_text);

    // Code between the client and the agent may have put it there.
    private TimeSpan? Given(TimeProvider time) => _given switch
    {
        TimeSpan wait => wait,
        int seconds => TimeSpan.FromSeconds(seconds),
        string text => RetryHeaders.Read(text, time),
        _ => null,
    };

    private static int? StatusOf(Exception failure) => failure is HttpRequestException request
        ? (int?)request.StatusCode
        : Number(ForeignMembers.Read(failure, "StatusCode")) ?? Number(ForeignMembers.Read(failure, "Status")) ?? Number(ForeignMembers.Read(failure, "HttpStatusCode"));

    private static int? Number(object? status) => status switch
    {
        HttpStatusCode code => (int)code,
        int number and >= 100 and <= 599 => number,
        Enum code => GrpcStatus(code.ToString()),
        _ => null,
    };

    // Not the members of a JSON object, which may be anybody's. Texts such as "HTTP 429 (…)", "Status: 503 (…)", "Status Code: TooManyRequests" and "StatusCode=\"Unavailable\"".
    private static int? StatusIn(string text) => StatusText().Matches(text).Select(static match => Named(match.Groups[1].Value)).FirstOrDefault(static status => status is not null);

    private static int? Named(string status) => int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? Number(number)
        : GrpcStatus(status) ?? (Enum.TryParse<HttpStatusCode>(status, out var code) ? (int)code : null);

    private static int? GrpcStatus(string code) => code switch
    {
        "Unavailable" or "Aborted" => 503,
        "ResourceExhausted" => 429,
        "DeadlineExceeded" => 504,
        "Internal" => 500,
        "InvalidArgument" or "FailedPrecondition" or "OutOfRange" => 400,
        "Unauthenticated" => 401,
        "PermissionDenied" => 403,
        _ => null,
    };

    [GeneratedRegex(@"(?<!"")\b(?:HTTP|Status ?Code|Status)\W{1,3}(?=(\d{3}|[A-Za-z]+)\b)")]
    private static partial Regex StatusText();
}
