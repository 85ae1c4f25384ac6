using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Kpis;
using RevenueModel.Organization;
using RevenueModel.Primitives;
using RevenueModel.Retention;
using RevenueModel.Segments;

namespace RevenueModel.Architectures;

/// <summary>A revenue architecture: the segments of a vendor's market, buyers and partners, pricing, compensation,
/// forecast and indicators.</summary>
/// <remarks>
/// Immutable; equal by value. A part that the source does not publish is <see langword="null"/> or empty.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record RevenueArchitecture
{
    /// <summary>Gets the name of the architecture.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>Gets the segments, from the smallest accounts to the largest. Default:
    /// <see cref="Segmentation.Empty"/>, no segments are published.</summary>
    public Segmentation Segmentation
    {
        get;
        init => field = Guard.Against.Null(value, nameof(Segmentation));
    }
        = Segmentation.Empty;

    /// <summary>Gets the net revenue retention over twelve months across all segments, as a ratio: 1.18 is
    /// 118%.</summary>
    public Band<decimal>? NrrTarget
    {
        get;
        init => field = value is { } band ? Guard.Against.BelowZero(band, nameof(NrrTarget)) : null;
    }

    /// <summary>Gets the go-to-market motions of the market, each name once. A motion without segments has no
    /// published figures.</summary>
    public ValueList<GoToMarketMotion> GoToMarketMotions
    {
        get;
        init => field = DomainGuards.RequireDistinct(
            value, static item => item.Name, nameof(GoToMarketMotions), "name");
    }

    /// <summary>Gets the win rates with one and with both of two buyers engaged.</summary>
    public BuyerMotionFigures? BuyerMotion { get; init; }

    /// <summary>Gets the sides of the buyer that sign off, and the champions that a deal needs.</summary>
    public BuyingGroup? BuyingGroup { get; init; }

    /// <summary>Gets the demands of the buyers who run the systems of a plant.</summary>
    public TechnicalBuyer? TechnicalBuyer { get; init; }

    /// <summary>Gets the regulations that drive purchases.</summary>
    public RegulatoryFigures? Regulations { get; init; }

    /// <summary>Gets the windows in which customers change nothing, and how they delay deals.</summary>
    public FreezeFigures? FreezeWindows { get; init; }

    /// <summary>Gets the stages of a sale, in order. Win probabilities are not published.</summary>
    public ValueList<string> Stages { get; init; }

    /// <summary>Gets the rivals in competitive evaluations and what the winner shows.</summary>
    public BakeOffFigures? BakeOffs { get; init; }

    /// <summary>Gets the vendors, named accounts and competitors of the market.</summary>
    public MarketFigures? Market { get; init; }

    /// <summary>Gets the net revenue retention that vendors disclosed.</summary>
    public ValueList<DisclosedNrr> NrrDisclosed { get; init; }

    /// <summary>Gets the kinds of partners, each name once.</summary>
    public ValueList<PublishedPartnerKind> PartnerKinds
    {
        get;
        init => field = DomainGuards.RequireDistinct(value, static item => item.Name, nameof(PartnerKinds), "name");
    }

    /// <summary>Gets the effect of partners on pipeline and expansion.</summary>
    public ChannelFigures? Channel { get; init; }

    /// <summary>Gets the expansion of accounts: volumes, contract values, drivers and lags.</summary>
    public ExpansionFigures? Expansion { get; init; }

    /// <summary>Gets the growth of an account from a pilot to a license for all sites.</summary>
    public LandAndExpandFigures? LandAndExpand { get; init; }

    /// <summary>Gets the shift of the market to AI.</summary>
    public AiShiftFigures? AiShift { get; init; }

    /// <summary>Gets the value of the product for its customers.</summary>
    public CustomerValueFigures? CustomerValue { get; init; }

    /// <summary>Gets the effect of the pricing model on renewals.</summary>
    public PricingFigures? Pricing { get; init; }

    /// <summary>Gets the compensation plans as bands, at most one per role.</summary>
    public ValueList<PublishedCompPlan> CompPlans
    {
        get;
        init => field = DomainGuards.RequireDistinct(
            value, static plan => plan.Role, nameof(CompPlans), "role");
    }

    /// <summary>Gets the principles of the compensation plans: what is kept apart and what is paid.</summary>
    public PlanPrinciples? PlanPrinciples { get; init; }

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

    /// <summary>Gets the steps of the plan that introduces the way of working.</summary>
    public ValueList<RolloutStep> Rollout { get; init; }

    /// <summary>Gets the phases of that plan, each with its focus.</summary>
    public ValueList<RolloutStep> RolloutPhases { get; init; }

    /// <summary>Gets the most important dashboards and their owner.</summary>
    public DashboardFigures? KeyDashboards { get; init; }

    /// <summary>Gets the benchmarks of indicators.</summary>
    public ValueList<KpiBenchmark> Benchmarks { get; init; }

    /// <summary>Gets the recurring mix and the gross margins of its parts.</summary>
    public RecurringMixBenchmark? RecurringMix { get; init; }

    /// <summary>Gets the lifetime value of accounts by segment, each segment once.</summary>
    public ValueList<LifetimeValueBenchmark> LifetimeValues
    {
        get;
        init => field = DomainGuards.RequireDistinct(
            value, static item => item.Segment, nameof(LifetimeValues), "segment");
    }

    /// <summary>Gets the drivers of a high customer acquisition cost.</summary>
    public ValueList<AcquisitionCostKind> AcquisitionCostDrivers { get; init; }

    /// <summary>Gets the weighting of the forecast.</summary>
    public ForecastFigures? Forecast { get; init; }

    /// <summary>Gets the failure modes, each name once.</summary>
    public ValueList<PublishedFailureMode> FailureModes
    {
        get;
        init => field = DomainGuards.RequireDistinct(value, static item => item.Name, nameof(FailureModes), "name");
    }

    /// <summary>Gets the diagrams of the document as their arrows, each name once.</summary>
    public ValueList<PublishedFlow> Flows
    {
        get;
        init => field = DomainGuards.RequireDistinct(value, static item => item.Name, nameof(Flows), "name");
    }

    /// <summary>Gets the lists that sections of the document print differently, each subject once.</summary>
    public ValueList<ListBySection> Lists
    {
        get;
        init => field = DomainGuards.RequireDistinct(value, static item => item.Subject, nameof(Lists), "subject");
    }

    /// <summary>Gets the figures that another section of the document prints differently.</summary>
    public ValueList<FigureRestatement> Restatements { get; init; }

    /// <summary>Gets the notes on figures: conditions, sources, reasons and differences of wording.</summary>
    public ValueList<FigureNote> Notes { get; init; }

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

    /// <summary>Returns the notes on a subject or on one of its figures.</summary>
    /// <param name="subject">The subject, such as a segment, a role or an indicator, ignoring case.</param>
    /// <param name="figure">The name of the property that carries the figure, such as <c>CoverageTarget</c>. Default:
    /// all notes on the subject.</param>
    /// <returns>The notes in the order of <see cref="Notes"/>; empty if there are none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="subject"/> is null.</exception>
    public ValueList<FigureNote> NotesOn(string subject, string? figure = null)
    {
        Guard.Against.Null(subject);
        return Notes
            .Where(note => NameLookup.Same(note.Subject, subject)
                && (figure is null || string.Equals(note.Figure, figure, StringComparison.Ordinal)))
            .ToValueList();
    }

    private Segment RequireSegment(string segment) => FindSegment(Guard.Against.Null(segment))
        ?? throw new ArgumentException(
            Invariant($"segment was \"{segment}\"; a segment of {Name} is expected: ")
                + Invariant($"{string.Join(", ", Segmentation.Segments.Select(known => known.Name))}."),
            nameof(segment));

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Segmentation.Segments.IsEmpty
            ? Name
            : Invariant($"{Name}: {string.Join(", ", Segmentation.Segments.Select(segment => segment.Name))}");
}
