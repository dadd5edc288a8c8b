using System.ComponentModel;

namespace Agnt5;

/// <summary>
/// Collects runs and starts one run for all of them (<c>flow_control.batch</c>, protocol section 9). <b>AGNT5 does not accept batches on serverless endpoints
/// during the beta.</b> The attribute exists so that rule AGT3001 can reject it. A declaration from another SDK then fails when the project is compiled, and not
/// when AGNT5 reads the manifest. The manifest contains nothing of it.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Assembly, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BatchAttribute : KeyedPolicyAttribute
{
    /// <summary>How many runs a batch would hold at most.</summary>
    public int MaxSize { get; set; }

    /// <summary>How long AGNT5 would collect runs, in milliseconds.</summary>
    public long WindowMs { get; set; }
}
