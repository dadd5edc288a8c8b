using Microsoft.AspNetCore.Builder;

var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
app.MapGet("/", () => "hello");
app.Run();

public static class Helpers
{
    public static string NoComponent() => "";
}

public static class Orders
{
    [Workflow]
    public static Task {|AGT5003:Approve|}(WorkflowContext ctx, string order) => ctx.SleepAsync(TimeSpan.FromHours(1));

    [Function]
    public static string ReportedOnce(string order) => order;
}
