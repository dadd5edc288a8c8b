namespace Agnt5.Shared;

/// <summary>What a type is that cannot come from JSON, as far as it shows.</summary>
internal enum ServiceLikeness
{
    /// <summary>Data, or something that another rule speaks of.</summary>
    None,

    /// <summary>A service: one that hosts register, or a class that is built from services.</summary>
    Service,

    /// <summary>An object of a request to a web server, such as <c>HttpContext</c>.</summary>
    Request,

    /// <summary>A type without a class to make of JSON: probably a service, perhaps data.</summary>
    Abstract,

    /// <summary>A class of another assembly that JSON cannot become: probably a service, perhaps data.</summary>
    Foreign,
}
