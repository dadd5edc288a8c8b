using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

// Services that are generic over what comes with a call are services.
public sealed record Parcel(string Id, double Weight);

public interface IEventHandler<in TEvent>
{
    Task<string> HandleAsync(TEvent happened, CancellationToken cancellationToken);
}

public interface IValidator<in T>
{
    bool IsValid(T value);
}

public sealed class Limits
{
    public double MostWeight { get; set; }
}

public sealed class Parcels(IEventHandler<TriggerEvent<Parcel>> handler)
{
    [Workflow, OnEvent("parcel.sent")]
    public Task<string> SendParcel(WorkflowContext context, TriggerEvent<Parcel> sent) =>
        context.StepAsync("handle", cancellationToken => handler.HandleAsync(sent, cancellationToken));
}

public sealed class Issues(IValidator<WebhookDelivery<Parcel>> typed, IValidator<WebhookDelivery> plain, IOptions<Limits> limits)
{
    [Workflow, OnWebhook("github", "issues.opened")]
    public Task<bool> ConfirmIssue(WorkflowContext context, WebhookDelivery<Parcel> opened, WebhookDelivery whole) =>
        context.StepAsync("validate", () => typed.IsValid(opened) && plain.IsValid(whole) && opened.Payload.Weight < limits.Value.MostWeight);
}

public sealed class Journal(ILogger<RunTrigger> log, IEnumerable<IEventHandler<TriggerEvent<Parcel>>> handlers, Func<WorkflowContext, string> naming, IEventHandler<CancellationToken> cuts)
{
    [Function]
    public int CountHandlers([MaxLength(20)] string name) =>
        log is not null && naming is not null && cuts is not null ? handlers.Count() + name.Length : 0;
}
