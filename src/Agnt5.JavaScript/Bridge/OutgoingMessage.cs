namespace Agnt5.JavaScript.Bridge;

/// <summary>An HTTP request for the host's <c>fetch</c>.</summary>
/// <param name="Method">The method.</param>
/// <param name="Url">The absolute URL.</param>
/// <param name="Headers">The headers (<see cref="HeaderLines"/>).</param>
/// <param name="Body">The body, or <see langword="null"/> for none.</param>
/// <param name="FollowsRedirects">Whether <c>fetch</c> goes where a redirect leads.</param>
internal sealed record OutgoingMessage(string Method, string Url, string Headers, byte[]? Body, bool FollowsRedirects);
