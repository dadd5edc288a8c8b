using System.ComponentModel;

namespace Agnt5;

/// <summary>
/// Gathers runs and starts one for all of them (<c>flow_control.batch</c>, protocol section 9). <b>AGNT5 does not accept it on serverless endpoints during
/// the beta.</b> It exists to be rejected by rule AGT3001, so that a declaration brought along from another SDK fails when the project is compiled, and not when
/// AGNT5 reads the manifest. Nothing of it is emitted.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Assembly, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BatchAttribute : KeyedPolicyAttribute
{
    /// <summary>How many runs would be gathered at most.</summary>
    public int MaxSize { get; set; }

    /// <summary>How long they would be gathered, in milliseconds.</summary>
    public long WindowMs { get; set; }
}
