namespace Agnt5.JavaScript.Addon;

/// <summary>What a call of Node-API says of itself, as far as it makes a difference here (<c>napi_status</c>).</summary>
internal enum NapiStatus
{
    Ok = 0,
    PendingException = 10,
}
