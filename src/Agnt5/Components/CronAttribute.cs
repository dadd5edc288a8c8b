namespace Agnt5;

/// <summary>Starts the workflow on a schedule, emitted as the workflow's <c>metadata.cron</c> (protocol section 2).</summary>
/// <param name="expression">Minute, hour, day of month, month, day of week: <c>0 3 * * *</c> is three o'clock each night.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class CronAttribute(string expression) : Attribute
{
    /// <summary>The schedule: minute, hour, day of month, month, day of week.</summary>
    public string Expression { get; } = expression;
}
