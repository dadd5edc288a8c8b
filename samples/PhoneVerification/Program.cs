using Agnt5;
using PhoneVerification;

var app = ServerlessHost.Build(args, Agnt5Components.Catalog, builder =>
{
    builder.Services.AddSingleton<ISms, LoggedSms>();
    builder.Services.Configure<ServerlessOptions>(options => options.ServiceName ??= "phone-verification");
#if DEBUG
    builder.Services.AddAgnt5Local(Agnt5Components.Catalog);
#endif
});

#if DEBUG
// AGNT5 itself, for dotnet run. A Release build, which is what is published, leaves it out.
if (app.Environment.IsDevelopment())
    app.MapAgnt5Local();
#endif

await app.RunAsync();
