using RevenueModel.Compensation;
using RevenueModel.Organization;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Segments;

namespace RevenueModel.Architectures;

/// <summary>Rules on compensation plans and the roles on a deal.</summary>
internal static class PlanRules
{
    private const int WordsOfASimilarTitle = 2;

    public static void AddTo(CheckList checks, RevenueArchitecture architecture)
    {
        foreach (PublishedCompPlan plan in architecture.CompPlans)
        {
            AddGate(checks, architecture, plan);
            AddResidual(checks, plan);
            AddAccelerator(checks, plan);
        }

        foreach (RoleRequirement requirement in architecture.RoleRequirements)
        {
            foreach (PublishedCompPlan plan in CoveragesOf(architecture))
            {
                AddPeople(checks, architecture, requirement, plan);
            }
        }

        AddTitles(checks, architecture);
    }

    /// <summary>Returns the plans with a coverage of deals, the first of those that share it.</summary>
    public static IEnumerable<PublishedCompPlan> CoveragesOf(RevenueArchitecture architecture) =>
        architecture.CompPlans
            .Where(static plan => plan.Coverage is not null).DistinctBy(static plan => plan.Coverage);

    /// <summary>Returns the roles of a coverage, or the role of the plan.</summary>
    public static string NameOf(PublishedCompPlan plan) =>
        plan.Coverage is { Roles.IsEmpty: false } coverage ? string.Join(", ", coverage.Roles) : plan.Role;

    /// <summary>Returns the segments to which the gate of a plan applies.</summary>
    public static IEnumerable<Segment> GatedSegments(RevenueArchitecture architecture, PublishedCompPlan plan) =>
        plan.Gate is { } gate
            ? architecture.Segmentation.Segments.Where(segment => gate.AppliesTo(segment.Name)
                && (!gate.Segments.IsEmpty || plan.Segment is null || NameLookup.Same(plan.Segment, segment.Name)))
            : [];

    private static void AddGate(CheckList checks, RevenueArchitecture architecture, PublishedCompPlan plan)
    {
        ValueList<Segment> segments = architecture.Segmentation.Segments;
        int gated = NameLookup.IndexOf(
            segments.AsSpan(), GatedSegments(architecture, plan).FirstOrDefault()?.Name, static one => one.Name);
        if (plan.Gate is not { RequiredEngagement: not BuyerEngagement.None } gate || gated < 0)
        {
            return;
        }

        PublishedCompPlan[] larger = [.. architecture.CompPlans.Where(other =>
            NameLookup.IndexOf(segments.AsSpan(), other.Segment, static one => one.Name) > gated)];
        if (larger.Length == 0)
        {
            return;
        }

        checks.Add(
            ConsistencyRule.GateScope,
            plan.Role,
            BandMath.Holds(larger.All(other => HasGate(architecture, gate, other))),
            [
                Figures.Worded("gate of " + plan.Role, gate.ToString(), plan.Citation),
                .. larger.Select(other => Figures.Worded(
                    "gate of " + other.Role,
                    architecture.CompPlans.Where(holder => Covers(architecture, holder, gate, other.Segment))
                        .FirstOrDefault()?.Gate?.ToString(),
                    other.Citation)),
            ]);
    }

    private static bool HasGate(RevenueArchitecture architecture, CreditGate gate, PublishedCompPlan plan) =>
        architecture.CompPlans.Any(holder => Covers(architecture, holder, gate, plan.Segment));

    private static bool Covers(
        RevenueArchitecture architecture, PublishedCompPlan holder, CreditGate gate, string? segment) =>
        holder.Gate?.RequiredEngagement == gate.RequiredEngagement
            && GatedSegments(architecture, holder).Any(gated => NameLookup.Same(gated.Name, segment));

    private static void AddResidual(CheckList checks, PublishedCompPlan plan)
    {
        if (plan is { ResidualOf: { } one, OtherResidualOf: { } other })
        {
            checks.Add(
                ConsistencyRule.ResidualBase,
                plan.Role,
                BandMath.Holds(NameLookup.Same(one, other)),
                [
                    Figures.Worded("residual of", one, plan.Citation),
                    Figures.Worded("residual in another section of", other, null),
                ]);
        }
    }

    private static void AddAccelerator(CheckList checks, PublishedCompPlan plan)
    {
        if (plan.AcceleratedProduct is not { } product)
        {
            return;
        }

        bool isMeasured = plan.Measures.Any(measure =>
            measure.Measure.Name.Contains(product, StringComparison.OrdinalIgnoreCase));
        checks.Add(
            ConsistencyRule.AcceleratorRate,
            plan.Role,
            isMeasured ? ConsistencyVerdict.Agrees : ConsistencyVerdict.Incomplete,
            [
                Figures.Worded("accelerator on", product, null),
                Figures.Worded("measures of the plan", string.Join(", ", plan.Measures), plan.Citation),
            ]);
    }

    private static void AddPeople(
        CheckList checks, RevenueArchitecture architecture, RoleRequirement requirement, PublishedCompPlan plan)
    {
        DealTeamCoverage coverage = plan.Coverage!;
        bool isPair = coverage.PeoplePerDeal is not null && !coverage.Roles.IsEmpty;
        string[] roles = [.. requirement.Roles.Where(role => isPair
            ? coverage.Roles.Any(one => NameLookup.Same(one, role))
            : NameLookup.Same(plan.Role, role) && coverage.RequiredFromSegment is not null)];
        if (roles.Length == 0 || requirement.Segments.IsEmpty)
        {
            return;
        }

        ValueList<Segment> segments = architecture.Segmentation.Segments;
        int from = NameLookup.IndexOf(segments.AsSpan(), coverage.RequiredFromSegment, static one => one.Name);
        for (int i = 0; i < segments.Count; i++)
        {
            string segment = segments[i].Name;
            bool isPlanned = isPair
                ? coverage.Segment is null || NameLookup.Same(coverage.Segment, segment)
                : from >= 0 && i >= from;
            decimal required = requirement.Segments.Any(one => NameLookup.Same(one, segment)) ? roles.Length : 0m;
            decimal planned = !isPlanned ? 0m : isPair ? coverage.PeoplePerDeal.GetValueOrDefault() : 1m;
            if (required > 0m || planned > 0m)
            {
                checks.Add(
                    ConsistencyRule.PeoplePerDeal,
                    Invariant($"{NameOf(plan)}, {segment}"),
                    BandMath.Holds(required == planned),
                    [
                        Figures.Printed(
                            "people per deal required", required, FigureUnit.Number, requirement.Citation),
                        Figures.Printed("people per deal of the plan", planned, FigureUnit.Number, plan.Citation),
                    ]);
            }
        }
    }

    private static void AddTitles(CheckList checks, RevenueArchitecture architecture)
    {
        ValueList<PublishedCompPlan> plans = architecture.CompPlans;
        for (int i = 0; i < plans.Count; i++)
        {
            for (int other = i + 1; other < plans.Count; other++)
            {
                if (IsSimilar(plans[i], plans[other]))
                {
                    checks.Add(
                        ConsistencyRule.RoleTitles,
                        Invariant($"{plans[i].Role}, {plans[other].Role}"),
                        ConsistencyVerdict.Note,
                        [PayOf(plans[i]), PayOf(plans[other])]);
                }
            }
        }
    }

    // Roles of one section are stated as different roles.
    private static bool IsSimilar(PublishedCompPlan one, PublishedCompPlan other) =>
        one.OnTargetEarnings == other.OnTargetEarnings
            && one.PayMix == other.PayMix
            && one.Citation != other.Citation
            && NameMatch.WordsOf(one.Role)
                .Intersect(NameMatch.WordsOf(other.Role), StringComparer.OrdinalIgnoreCase).Count()
                    >= WordsOfASimilarTitle;

    private static PrintedFigure PayOf(PublishedCompPlan plan) =>
        Figures.Printed("OTE of " + plan.Role, plan.OnTargetEarnings, FigureUnit.Money, plan.Citation) with
        {
            Text = Invariant($"{plan.PayMix}"),
        };
}
