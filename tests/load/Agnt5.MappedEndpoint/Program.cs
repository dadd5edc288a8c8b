using Agnt5;

// The endpoint as a part of somebody's app: routing, and whatever else an app has in front of its routes.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning); // As ServerlessHost does.
builder.Services.AddAgnt5(Agnt5.MappedEndpoint.Agnt5Components.Catalog);

var app = builder.Build();
app.MapAgnt5();
app.Run();
