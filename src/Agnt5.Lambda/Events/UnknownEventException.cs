namespace Agnt5.Lambda.Events;

/// <summary>An event is no HTTP request. The message names nothing of the event: it goes to whoever has sent it.</summary>
internal sealed class UnknownEventException(Exception? cause = null) : Exception(
    "The event is no HTTP request. Invoke the function by a function URL, an API Gateway (HTTP API, or REST API with the Lambda proxy integration) or an Application Load Balancer.", cause);
