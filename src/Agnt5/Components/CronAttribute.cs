namespace Agnt5;

/// <summary>Starts the workflow on a schedule, emitted as the workflow's <c>metadata.cron</c> (protocol section 2).</summary>
/// <remarks>
/// A field is <c>*</c>, a number or name (<c>JAN</c>, <c>MON</c>), a range, a step (<c>*/15</c>, <c>9-17/2</c>), or a list of these. Sunday is 0 or 7. Where day of month and day
/// of week are both restricted, a day that matches either one counts. Rule AGT3007 rejects schedules that AGNT5 cannot read. A schedule sends no input (AGT3011).
/// </remarks>
/// <param name="expression">Minute, hour, day of month, month, day of week: <c>0 3 * * *</c> is three o'clock each night.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class CronAttribute(string expression) : Attribute
{
    /// <summary>The schedule: minute, hour, day of month, month, day of week.</summary>
    public string Expression { get; } = expression;
}
