using System.Text.Json.Nodes;
using RevenueModel.Architectures;
using RevenueModel.Compensation;
using RevenueModel.Organization;
using RevenueModel.Primitives;
using RevenueModel.Segments;
using static RevenueModel.Tests.Architectures.FactLeaves;

namespace RevenueModel.Tests.Architectures;

/// <summary>Builds what the library carries of the keys that both architecture files share, each from its own
/// property.</summary>
internal static class CarriedArchitecture
{
    private static readonly Dictionary<ImplementationChannel, string> Channels = new()
    {
        [ImplementationChannel.BothIntegrators] = "both SIs",
        [ImplementationChannel.OneIntegrator] = "one SI",
        [ImplementationChannel.Direct] = "direct",
    };

    public static object SegmentFacts(Segment segment) => new
    {
        section = segment.Citation!.Section,
        name = segment.Name,
        size = Pair<long>(segment.Size),
        sizeQuoted = segment.LargestQuotedSize is { } size ? $"{segment.Size.Min:#,0}-{Short(size)}+" : null,
        acv = Pair<decimal>(segment.Acv),
        acvQuoted = segment.LargestQuotedAcv is { } acv ? $"{segment.Acv.Min:#,0}-{Short(acv)}+" : null,
        cycleMonths = Pair<int>(segment.CycleMonths),
        cycleDays = Pair<int>(segment.CycleDays),
        winRate = Pair<decimal>(segment.WinRate),
        coverage = segment.CoverageTarget,
        coverageAtStage2 = segment.CoverageTargetAtStage2,
        stage2ToClose = segment.Stage2ToCloseRate,
        nrr = Pair(segment.NrrTarget),
        stakeholders = Pair(segment.StakeholderCount),
        motion = segment.SalesMotion,
        decisionMakers = NamesOf(segment.DecisionMakers),
        modules = segment.Modules,
    };

    /// <summary>The plans of one section of the document, which prints them as one entry.</summary>
    public static object Role(
        IGrouping<string, PublishedCompPlan> plans, Func<CompMeasure, string> wording, string separator, string suffix)
    {
        PublishedCompPlan any = plans.First();
        Band<decimal>? Target(CompMeasure measure) =>
            any.Measures.SingleOrDefault(one => one.Measure == measure)?.Target;
        ValueList<PublishedMeasure> unmeasured = Shared(plans.Select(plan => plan.Measures));
        bool isPair = plans.Count() > 1;
        DealTeamCoverage[] teams = [.. plans.Select(plan => plan.Coverage).OfType<DealTeamCoverage>()];
        DealTeamCoverage? team = teams.Length == 0 ? null : Shared(teams);
        return new
        {
            section = plans.Key,
            role = string.Join(separator, plans.Select(plan => plan.Role)) + (isPair ? suffix : ""),
            ote = Pair<decimal>(Shared(plans.Select(plan => plan.OnTargetEarnings))),
            payMix = new[] { 1m - any.PayMix.Variable, Shared(plans.Select(plan => plan.PayMix.Variable)) }
                .Select(share => share * 100m),
            quotaNewArr = Pair(Target(CompMeasure.NewArr)),
            residual = any.ResidualRate is null
                ? null
                : new { rate = Pair(any.ResidualRate), of = any.ResidualOf, months = any.ResidualMonths },
            quotaCreditGate = any.Gate?.Name,
            vesting = any.Vesting == default ? null : (ValueList<decimal>?)any.Vesting.Shares,
            draw = Pair(any.Draw),
            perEnterpriseDeal = team is { PeoplePerDeal: { } people, Segment: var segment }
                && segment!.StartsWith("Enterprise ", StringComparison.Ordinal) ? people : (int?)null,
            winRateLossWithSingleConsultant = team?.WinRateLossWithOne,
            architectRequiredFrom = team?.RequiredFromSegment?.Split(' ')[0],
            quotaExpansionArr = Pair(Target(CompMeasure.ExpansionArr)),
            logoRetention = Target(CompMeasure.LogoRetention) is { } logos ? Only(logos) : (decimal?)null,
            grossRetention = Target(CompMeasure.GrossRetention) is { } gross ? Only(gross) : (decimal?)null,
            variableOn = unmeasured.IsEmpty || unmeasured.Any(measure => measure.Target is not null)
                ? null
                : unmeasured.Select(measure => wording(measure.Measure)),
        };
    }

    public static object Requirement(RoleRequirement requirement) => new
    {
        section = requirement.Citation!.Section,
        what = requirement.Name,
        atArr = requirement.FromArr,
        paybackQuarters = Pair(requirement.PaybackQuarters),
        forSegments = requirement.Segments.IsEmpty ? null : requirement.Segments[0].Split(' ')[0] + " and above",
    };

    public static object Chart(RevenueArchitecture architecture) => new
    {
        section = architecture.Section(nameof(RevenueArchitecture.Chart), null, NoteKind.Placement),
        edges = architecture.Chart!.Roles.Where(role => role.ReportsTo is not null)
            .Select(role => new[] { role.ReportsTo, role.Name }),
    };

    public static object Forecast(ForecastFigures forecast) => new
    {
        section = forecast.Citation!.Section,
        installBase = new
        {
            aboveEnterpriseCustomers = forecast.InstallBase.AboveEnterpriseCustomers,
            expansion = forecast.InstallBase.ExpansionShare,
            newLogo = forecast.InstallBase.NewLogoShare,
        },
        vendorsEnterpriseCustomers = Map(
            forecast.Vendors.Select(vendor => new Keyed<string, long>(vendor.Vendor, vendor.EnterpriseCustomers))),
    };

    public static JsonObject Cadence(RevenueArchitecture architecture, bool hasSection = true)
    {
        JsonObject cadence = Map(architecture.Reviews.GroupBy(review => review.Frequency).Select(group =>
            new Keyed<string, IEnumerable<string>>(
                group.Key.ToString().ToLowerInvariant(), group.Select(review => review.Name))));
        if (hasSection)
        {
            cadence.Add("section", Shared(architecture.Reviews.Select(review => review.Citation!.Section)));
        }

        return cadence;
    }

    public static JsonObject DisclosedFacts(RevenueArchitecture architecture)
    {
        JsonObject disclosed = Map(
            architecture.NrrDisclosed.Select(nrr => new Keyed<string, decimal>(nrr.Vendor, nrr.Nrr)));
        disclosed.Add("section", Shared(architecture.NrrDisclosed.Select(nrr => nrr.Citation!.Section)));
        Assert.Equal(2026, Shared(architecture.NrrDisclosed.Select(nrr => nrr.Year)));
        return disclosed;
    }

    public static JsonObject ExpansionByChannel(ChannelFigures channel) => Map(channel.Expansion.Select(expansion =>
        new Keyed<string, string>(Channels[expansion.Channel], expansion.Expansion.ToString().ToLowerInvariant())));

    public static object FailureMode(PublishedFailureMode mode) => new
    {
        section = mode.Citation!.Section,
        name = mode.Name,
        effect = Effect(mode.Effects),
        fix = string.Join("; ", mode.Fixes),
    };

    public static object Principles(PlanPrinciples principles, string? note) => new
    {
        section = principles.Citation!.Section,
        segments = principles.SeparateSegments,
        separate = principles.SeparateParts,
        note,
    };

    public static object Dashboards(DashboardFigures dashboards) => new
    {
        section = dashboards.Citation!.Section,
        mostImportant = dashboards.Names,
        owner = $"{dashboards.Owner}, reporting to the {dashboards.OwnerReportsTo}",
    };

    public static object Vendors(RevenueArchitecture architecture, string? section = null) => new
    {
        section = section ?? architecture.Market!.Citation!.Section,
        names = architecture.Market!.Vendors.Select(vendor => vendor.Name),
        bySegment = Map(architecture.Market.VendorsBySegment.Select(group =>
            new Keyed<string, ValueList<string>>(group.Name, group.Members))),
    };

    public static object Accounts(RevenueArchitecture architecture)
    {
        NameGroup accounts = Assert.Single(architecture.Market!.NamedAccounts);
        Assert.Equal(architecture.Segmentation.Segments[^1].Name, accounts.Name);
        return new { section = accounts.Citation!.Section, count = accounts.Members.Count, names = accounts.Members };
    }

    /// <summary>A refinement of a fact, by the path of the fact.</summary>
    public static object Refined(string path, string? section, object? add = null, string? note = null) =>
        new { path, section, add, note };

    /// <summary>The roles of the chart, without dashboards, that no published plan pays.</summary>
    public static IEnumerable<string> RolesWithoutPlan(RevenueArchitecture architecture) =>
        architecture.Chart!.RolesWithoutPlan(architecture.CompPlans.Select(plan => plan.Role))
            .Select(role => role.Name);

    /// <summary>The uplift of a module, which its driver repeats.</summary>
    public static decimal?[]? Uplift(ExpansionFigures expansion) => Pair<decimal>(Shared(
        expansion.Drivers.Select(driver => driver.Uplift).OfType<Band<decimal>>()
            .Append(expansion.ModuleUplift.GetValueOrDefault())));

    /// <summary>The effect of a failure mode on a measure, which another figure repeats.</summary>
    public static decimal?[]? Repeated(PublishedFailureMode mode, FailureMeasure measure, Band<decimal>? figure) =>
        Pair<decimal>(Shared(
        [
            Assert.Single(mode.Effects, effect => effect.Measure == measure).Value, figure.GetValueOrDefault(),
        ]));

    public static IEnumerable<string>? NamesOf(ValueList<string> names) => names.IsEmpty ? null : names.AsEnumerable();

    public static decimal[] PairOf(ValueList<FailureEffect> effects, FailureMeasure measure) =>
        [.. Pair<decimal>(Assert.Single(effects, effect => effect.Measure == measure).Value)!
            .Select(end => end!.Value)];

    private static string Effect(ValueList<FailureEffect> effects)
    {
        FailureEffect first = effects[0];
        string bands = string.Join(" and ", effects.Select(effect => $"{effect.Value.Min}-{effect.Value.Max}"));
        (decimal low, decimal? high) = (first.Value.Min, first.Value.Max);
        return first.Measure switch
        {
            FailureMeasure.WinRate =>
                $"win rate {Only(first.Value):0.00} instead of {Only(first.InsteadOf!.Value):0.00}",
            FailureMeasure.PipelineLost =>
                $"{(first.IsApproximate ? "about " : "")}{Only(first.Value):0.00} of {first.Segment!.Split(' ')[0]} "
                + "pipeline lost",
            FailureMeasure.AttachLag => $"attach lags by {low} to {high} percentage points",
            FailureMeasure.ExpansionLag => $"expansion lags by {low} to {high} percentage points",
            FailureMeasure.RetentionGap => $"{low} to {high} percentage points of renewal retention",
            FailureMeasure.UpliftLost =>
                $"the {low * 100m:0.##}-{high * 100m:0.##}% incremental ARPU goes to competitors",
            FailureMeasure.CycleMonths or FailureMeasure.CycleDays =>
                $"cycles of {bands} "
                + (first.Measure == FailureMeasure.CycleDays ? "days on one plan" : "months on one plan"),
            _ => "",
        };
    }

    private static string Short(decimal figure) =>
        figure >= 1_000_000m ? $"{figure / 1_000_000m:0.######}M" : $"{figure:#,0}";
}
