namespace Agnt5;

/// <summary>
/// The names of the source of traces and of the meter, for <c>AddSource</c> and <c>AddMeter</c> of OpenTelemetry. While nobody listens, no span or measurement is made. A replayed
/// step is counted, and has no span.
/// </summary>
/// <remarks>
/// <para>Spans:</para>
/// <list type="table">
///   <item>
///     <term><c>{component type} {component}</c></term>
///     <description>
/// One slice, such as <c>workflow approve_order</c>. The span of an agent is <c>invoke_agent {agent}</c>. Tags: <c>agnt5.run_id</c>, <c>agnt5.component</c>,
/// <c>agnt5.component_type</c>, <c>agnt5.attempt</c> (from 0),
///       <c>agnt5.outcome</c> (<c>completed</c>, <c>failed</c>, <c>suspended</c>), <c>agnt5.suspension.reason</c>, <c>agnt5.error.code</c>, <c>error.type</c>.
///       It continues the run's trace from the metadata <c>traceparent</c> and <c>tracestate</c>, else that of the web server.
///     </description>
///   </item>
///   <item>
///     <term><c>step {name}</c></term>
///     <description>
///       One attempt of a step that really ran. Tags: <c>agnt5.run_id</c>, <c>agnt5.component</c>, <c>agnt5.step</c> (its key), <c>agnt5.step.attempt</c> (from 1),
///       <c>agnt5.outcome</c> (<c>completed</c>, <c>failed</c>, <c>retried</c>, <c>cut</c>), <c>error.type</c>.
///     </description>
///   </item>
/// </list>
/// <para>
/// Spans of agents follow OpenTelemetry's conventions for generative AI, and also have the tags of a step. <c>chat {model}</c> (client) is one call of a
/// model, with its model, tokens and finish reason.
/// <c>execute_tool {tool}</c> is one call of a tool. The spans hold the messages only with <see cref="ServerlessOptions.CaptureMessageContent"/>. The same conventions name the histograms
/// <c>gen_ai.client.operation.duration</c> (<c>s</c>) and <c>gen_ai.client.token.usage</c> (<c>{token}</c>).
/// </para>
/// <para>The other instruments have the tags <c>agnt5.component</c> and <c>agnt5.component_type</c>, and never a run's id:</para>
/// <list type="table">
///   <item><term><c>agnt5.invocations</c></term><description>Counter, <c>{invocation}</c>, by <c>agnt5.outcome</c>.</description></item>
///   <item><term><c>agnt5.invocation.duration</c></term><description>Histogram, <c>s</c>, by <c>agnt5.outcome</c>.</description></item>
///   <item><term><c>agnt5.suspensions</c></term><description>Counter, <c>{suspension}</c>, by <c>agnt5.suspension.reason</c>. A reason that a workflow made up is <c>other</c>.</description></item>
///   <item><term><c>agnt5.steps.executed</c></term><description>Counter of attempts, <c>{step}</c>, by <c>agnt5.outcome</c>.</description></item>
///   <item><term><c>agnt5.steps.replayed</c></term><description>Counter, <c>{step}</c>.</description></item>
///   <item><term><c>agnt5.step.duration</c></term><description>Histogram of attempts, <c>s</c>, by <c>agnt5.outcome</c>.</description></item>
/// <item><term><c>agnt5.payload.size</c></term><description>Histogram of bodies, <c>By</c>, by <c>agnt5.payload.direction</c> (<c>request</c>, <c>response</c>,
/// and <c>input_ref</c>, <c>output_ref</c> for payloads by reference).</description></item>
/// </list>
/// </remarks>
public static class Agnt5Telemetry
{
    /// <summary>The name of the <see cref="System.Diagnostics.ActivitySource"/> of all spans.</summary>
    public const string ActivitySourceName = "Agnt5";

    /// <summary>The name of the <see cref="System.Diagnostics.Metrics.Meter"/> of all instruments.</summary>
    public const string MeterName = "Agnt5";
}
