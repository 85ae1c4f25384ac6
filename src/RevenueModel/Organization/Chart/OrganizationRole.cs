using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>A box of an organization chart: a role, an overlay, or a dashboard that a role owns.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record OrganizationRole
{
    /// <summary>Gets the name, which each chart has once, ignoring case.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>Gets the role that it reports to. Default: <see langword="null"/>, the root of the chart.</summary>
    public string? ReportsTo { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(ReportsTo)); }

    /// <summary>Gets whether it is a role, an overlay or a dashboard. Default: a role.</summary>
    public RoleKind Kind { get; init => field = Guard.Against.Undefined(value, nameof(Kind)); }

    /// <summary>Gets the name of the compensation plan that pays the role, if it differs from <see cref="Name"/>.
    /// Default: <see langword="null"/>, the same name.</summary>
    public string? PlanName { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(PlanName)); }

    /// <summary>Gets the names of what a dashboard shows, such as drivers of expansion, each once. Default:
    /// none.</summary>
    public ValueList<string> Shows
    {
        get;
        init => field = DomainGuards.RequireDistinct(
            value, static name => Guard.Against.Blank(name, nameof(Shows)), nameof(Shows), "name");
    }

    /// <summary>Returns the name, the kind and the role that it reports to.</summary>
    public override string ToString() => Name
        + (Kind == RoleKind.Role ? "" : Invariant($" ({Kind.ToString().ToLowerInvariant()})"))
        + (ReportsTo is null ? "" : ", reports to " + ReportsTo);
}

/// <summary>The kinds of boxes of an organization chart.</summary>
public enum RoleKind
{
    /// <summary>A role that people have. The default.</summary>
    Role = 0,

    /// <summary>A role of specialists who join the deals of others.</summary>
    Overlay = 1,

    /// <summary>A dashboard or an attribution that the role above it owns; nobody has it as a role.</summary>
    Dashboard = 2,
}
