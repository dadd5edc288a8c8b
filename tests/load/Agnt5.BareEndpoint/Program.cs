using Agnt5.BareEndpoint;

// The yardstick of the load measurement: the cost of Kestrel, one HMAC and a fixed answer, without any SDK. It treats every path and method as
// an invoke, so never use it as an endpoint.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning); // As ServerlessHost does.

var secret = Environment.GetEnvironmentVariable("AGNT5_SERVERLESS_SIGNING_SECRET")
    ?? throw new InvalidOperationException("Set AGNT5_SERVERLESS_SIGNING_SECRET.");
var invoke = new SignedInvoke(secret);

var app = builder.Build();
app.Run(invoke.AnswerAsync);
app.Run();
