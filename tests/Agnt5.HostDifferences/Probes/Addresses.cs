using System.Net;

namespace Agnt5.HostDifferences.Probes;

/// <summary>Addresses: how they are read, written and escaped.</summary>
internal static class Addresses
{
    public static void Add(Report report)
    {
        foreach (var text in (string[])
        [
            "http://EXAMPLE.com:80/a/../b?q=%7e#f", "http://b\u00FCcher.example/\u00E9", "/etc/hosts", "C:\\a\\b", "file:///a/b", "http://[::1]:8080/", "http://0x7f.1/",
            "mailto:a@b.c", "http://a/%2F%41", "//host/x", "http://fa\u00DF.de/",
            "http://a b/", "HTTP://user:pw@Host/",
        ])
        {
            report.Add($"Uri '{text}'", () => new Uri(text).AbsoluteUri);
            report.Add($"Uri '{text}' as text", () => new Uri(text, UriKind.RelativeOrAbsolute).ToString());
            report.Add($"Uri '{text}' is absolute", () => new Uri(text, UriKind.RelativeOrAbsolute).IsAbsoluteUri);
            report.Add($"Uri '{text}', its host", () => new Uri(text).IdnHost);
            report.Add($"Uri '{text}', its hash code", () => new Uri(text).Equals(new Uri(text)));
        }

        report.AddHash("Uri.EscapeDataString", Values.Characters, static character => Uri.EscapeDataString(character.ToString()));
        report.AddHash("WebUtility.UrlEncode", Values.Characters, static character => WebUtility.UrlEncode(character.ToString()));
        report.AddHash("WebUtility.HtmlEncode", Values.Characters, static character => WebUtility.HtmlEncode(character.ToString()));
        report.Add("WebUtility.HtmlDecode", () => WebUtility.HtmlDecode("&eacute;&#x1F600;&nosuch;"));
        report.Add("IPAddress", () => IPAddress.Parse("::ffff:10.0.0.1"));
        report.Add("IPAddress of one number", () => IPAddress.Parse("2130706433"));
        report.Add("IPAddress, IPv6", () => IPAddress.Parse("2001:DB8:0:0:1::1"));
        report.Add("relative address", () => new Uri(new Uri("http://a/b/c"), "../d?x#y").AbsoluteUri);
    }
}
