using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Organization;
using RevenueModel.Primitives;
using RevenueModel.Segments;

namespace RevenueModel.Architectures;

/// <summary>A revenue architecture: the segments of a vendor's market, buyers and partners, pricing, compensation and
/// forecast.</summary>
/// <remarks>
/// Immutable; equal by value. A part that the source does not publish is <see langword="null"/> or empty.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record RevenueArchitecture
{
    /// <summary>Gets the name of the architecture.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>Gets the segments, from the smallest accounts to the largest.</summary>
    public required Segmentation Segmentation { get; init => field = Guard.Against.Null(value, nameof(Segmentation)); }

    /// <summary>Gets the net revenue retention over twelve months across all segments, as a ratio: 1.18 is
    /// 118%.</summary>
    public Band<decimal>? NrrTarget
    {
        get;
        init => field = value is { } band ? Guard.Against.BelowZero(band, nameof(NrrTarget)) : null;
    }

    /// <summary>Gets the go-to-market motions of the market.</summary>
    public ValueList<string> GoToMarketMotions { get; init; }

    /// <summary>Gets the win rates with one and with both of two buyers engaged.</summary>
    public BuyerMotionFigures? BuyerMotion { get; init; }

    /// <summary>Gets the effect of partners on pipeline and expansion.</summary>
    public ChannelFigures? Channel { get; init; }

    /// <summary>Gets the expansion of accounts: volumes, contract values, drivers and lags.</summary>
    public ExpansionFigures? Expansion { get; init; }

    /// <summary>Gets the effect of the pricing model on renewals.</summary>
    public PricingFigures? Pricing { get; init; }

    /// <summary>Gets the compensation plans as bands, at most one per role.</summary>
    public ValueList<PublishedCompPlan> CompPlans
    {
        get;
        init => field = DomainGuards.RequireDistinct(
            value, static plan => plan.Role, nameof(CompPlans), "role");
    }

    /// <summary>Gets the organization chart.</summary>
    public OrganizationChart? Chart { get; init; }

    /// <summary>Gets the roles that are needed from some ARR on, or on each deal of some segments; each name
    /// once.</summary>
    public ValueList<RoleRequirement> RoleRequirements
    {
        get;
        init => field = DomainGuards.RequireDistinct(
            value, static requirement => requirement.Name, nameof(RoleRequirements), "name");
    }

    /// <summary>Gets the reviews that the company holds regularly.</summary>
    public ValueList<OperatingReview> Reviews { get; init; }

    /// <summary>Gets the weighting of the forecast.</summary>
    public ForecastFigures? Forecast { get; init; }

    /// <summary>Gets the document and section in which the architecture is published.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Finds a segment by its name, ignoring case.</summary>
    /// <param name="name">The name of the segment.</param>
    /// <returns>The segment, or <see langword="null"/> if none has that name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public Segment? FindSegment(string name) =>
        NameLookup.Find(Segmentation.Segments.AsSpan(), Guard.Against.Null(name), static segment => segment.Name);

    /// <summary>Finds the plan of a role, ignoring case.</summary>
    /// <param name="role">The name of the role.</param>
    /// <returns>The plan, or <see langword="null"/> if there is none of that role.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="role"/> is null.</exception>
    public PublishedCompPlan? FindCompPlan(string role) =>
        NameLookup.Find(CompPlans.AsSpan(), Guard.Against.Null(role), static plan => plan.Role);

    /// <summary>Returns the plans of the roles that sell to a segment.</summary>
    /// <param name="segment">The name of a segment of <see cref="Segmentation"/>, ignoring case.</param>
    /// <returns>The plans in the order of <see cref="CompPlans"/>; empty if none is published for the
    /// segment.</returns>
    /// <exception cref="ArgumentException">No segment has that name; the message lists the segments.</exception>
    public ValueList<PublishedCompPlan> CompPlansOf(string segment)
    {
        RequireSegment(segment);
        return CompPlans.Where(plan => NameLookup.Same(plan.Segment, segment)).ToValueList();
    }

    /// <summary>Returns the published coverage of a segment, with the figures that its published rates
    /// imply.</summary>
    /// <param name="segment">The name of a segment of <see cref="Segmentation"/>, ignoring case.</param>
    /// <returns>The coverage.</returns>
    /// <exception cref="ArgumentException">No segment has that name; the message lists the segments.</exception>
    public PublishedCoverage CoverageOf(string segment) => PublishedCoverage.Of(RequireSegment(segment));

    private Segment RequireSegment(string segment) => FindSegment(Guard.Against.Null(segment))
        ?? throw new ArgumentException(
            Invariant($"segment was \"{segment}\"; a segment of {Name} is expected: ")
                + Invariant($"{string.Join(", ", Segmentation.Segments.Select(known => known.Name))}."),
            nameof(segment));

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"{Name}: {string.Join(", ", Segmentation.Segments.Select(segment => segment.Name))}");
}
