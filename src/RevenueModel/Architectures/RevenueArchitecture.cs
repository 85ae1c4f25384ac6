using Ardalis.GuardClauses;
using RevenueModel.Primitives;
using RevenueModel.Segments;

namespace RevenueModel.Architectures;

/// <summary>How a vendor earns: the segments it cuts its market into, the buyers and partners it sells with, how it
/// prices, how it pays its people, and how it forecasts.</summary>
/// <remarks>Immutable; equal by value. A part that the source does not publish is <see langword="null"/> or
/// empty.</remarks>
public sealed record RevenueArchitecture
{
    /// <summary>The name of the architecture.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>The segments, from the smallest accounts to the largest.</summary>
    public required Segmentation Segmentation { get; init => field = Guard.Against.Null(value, nameof(Segmentation)); }

    /// <summary>Net revenue retention over twelve months across all segments, as a ratio.</summary>
    public Band<decimal>? NrrTarget
    {
        get;
        init => field = value is { } band ? Guard.Against.BelowZero(band, nameof(NrrTarget)) : null;
    }

    /// <summary>The go-to-market motions that the market splits into.</summary>
    public ValueList<string> GoToMarketMotions { get; init; }

    /// <summary>What engaging one or both of two buyers does to the win rate.</summary>
    public BuyerMotionFigures? BuyerMotion { get; init; }

    /// <summary>What partners do for pipeline and expansion.</summary>
    public ChannelFigures? Channel { get; init; }

    /// <summary>What the pricing model does to renewals.</summary>
    public PricingFigures? Pricing { get; init; }

    /// <summary>How people are paid: the bands of a plan for each role.</summary>
    public ValueList<PublishedCompPlan> CompPlans
    {
        get;
        init => field = DomainGuards.RequireDistinct(
            value, static plan => plan.Role, nameof(CompPlans), "role");
    }

    /// <summary>How the forecast is weighed.</summary>
    public ForecastFigures? Forecast { get; init; }

    /// <summary>Where the architecture is published.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Finds a segment by its name, ignoring case.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The segment, or <see langword="null"/> if none has that name.</returns>
    public Segment? FindSegment(string name) =>
        NameLookup.Find(Segmentation.Segments.AsSpan(), Guard.Against.Null(name), static segment => segment.Name);

    /// <summary>Finds the plan of a role, ignoring case.</summary>
    /// <param name="role">The role.</param>
    /// <returns>The plan, or <see langword="null"/> if no plan is of that role.</returns>
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

    /// <summary>Returns the published coverage of a segment beside what its published rates imply.</summary>
    /// <param name="segment">The name of a segment of <see cref="Segmentation"/>, ignoring case.</param>
    /// <returns>The coverage.</returns>
    /// <exception cref="ArgumentException">No segment has that name; the message lists the segments.</exception>
    public PublishedCoverage CoverageOf(string segment) => PublishedCoverage.Of(RequireSegment(segment));

    private Segment RequireSegment(string segment) => FindSegment(Guard.Against.Null(segment))
        ?? throw new ArgumentException(
            Invariant($"segment was \"{segment}\"; a segment of {Name} is expected: {string.Join(", ", Segmentation.Segments.Select(known => known.Name))}."),
            nameof(segment));

    /// <summary>The architecture in words.</summary>
    public override string ToString() =>
        Invariant($"{Name}: {string.Join(", ", Segmentation.Segments.Select(segment => segment.Name))}");
}
