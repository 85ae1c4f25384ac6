using RevenueModel.Architectures;
using RevenueModel.Kpis;
using RevenueModel.Organization;
using RevenueModel.Primitives;
using static RevenueModel.Tests.Architectures.CarriedArchitecture;
using static RevenueModel.Tests.Architectures.FactLeaves;

namespace RevenueModel.Tests.Architectures;

/// <summary>Builds what the library carries of the refinements of the OT security document.</summary>
internal static class CarriedOtRefinements
{
    private static readonly string Acv = StandardKpis.Acv.Name;
    private static readonly string Cycle = StandardKpis.CycleLength.Name;
    private static readonly string Nrr = StandardKpis.Nrr.Name;
    private static readonly string Mix = StandardKpis.RecurringMix.Name;
    private static readonly string Logos = StandardKpis.LogoRetention.Name;
    private static readonly string Value = StandardKpis.LifetimeValue.Name;

    public static object[] Of(RevenueArchitecture ot) =>
        [.. OfKpis(ot), .. OfTheMarket(ot), .. OfFailureModes(ot), .. OfReviews(ot), .. OfSteps(ot)];

    private static object[] OfKpis(RevenueArchitecture ot)
    {
        const string Healthy = nameof(KpiBenchmark.Healthy);
        const string Alarm = nameof(KpiBenchmark.Alarm);
        return
        [
            Refined(
                "kpis[0].bands",
                ot.Section(Acv, nameof(KpiBenchmark.Segment), NoteKind.Wording),
                new { acvSegments = ot.Texts(Acv, nameof(KpiBenchmark.Segment), NoteKind.Wording) },
                ot.Text(Acv, Healthy, NoteKind.Reading)),
            Refined(
                "kpis[0].comparison.ratioToIt",
                ot.Section(Acv, nameof(KpiComparison.Ratio), NoteKind.Scope),
                new
                {
                    approximate = Shared(Benchmarks(ot, Acv).Select(one => one.Comparisons[0].IsRatioApproximate)),
                    per = ot.Text(Acv, nameof(KpiComparison.Ratio), NoteKind.Scope),
                }),
            Refined(
                "kpis[0].trackBy",
                ot.Section(Acv, null, NoteKind.Measure),
                new
                {
                    track = ot.Texts(Acv, null, NoteKind.Measure),
                    mixingHides = ot.Text(Acv, null, NoteKind.Effect).After("mixing hides "),
                }),
            Refined(
                "kpis[1]",
                Benchmark(ot, Cycle).Citation!.Section,
                new
                {
                    causesHealthyLength = Benchmark(ot, Cycle).HealthyCauses,
                    notTheCause = ot.Text(Cycle, nameof(KpiBenchmark.Causes), NoteKind.Remark)
                        .After("not the cause: "),
                    alarmMonthsAbove = Benchmark(ot, Cycle).Alarm,
                    alarmStatistic = Benchmark(ot, Cycle).AlarmStatistic,
                },
                ot.Text(Cycle, null, NoteKind.Reading)),
            Refined(
                "kpis[2]",
                ot.Section(Nrr, null, NoteKind.Rank),
                new
                {
                    rank = ot.Text(Nrr, null, NoteKind.Rank),
                    alarmBelow = Benchmark(ot, Nrr).Alarm,
                    louderThan = Map(ot.NotesOn(Nrr, Alarm).Where(note => note.Kind == NoteKind.Wording).Select(
                        note => new Keyed<string, string>(note.Citation!.Section, note.Text.After("louder than ")))),
                },
                ot.Text(Nrr, Alarm, NoteKind.Reading)),
            Refined(
                "kpis[3]",
                Benchmark(ot, StandardKpis.CompetitiveWinRate.Name).Citation!.Section,
                new
                {
                    rivalsPerBakeOff = Pair(ot.BakeOffs!.RivalsPerBakeOff),
                    rivals = ot.BakeOffs.Rivals,
                    alarmBelow = Benchmark(ot, StandardKpis.CompetitiveWinRate.Name).Alarm,
                }),
            Refined(
                "kpis[4]",
                Benchmark(ot, StandardKpis.PocConversion.Name).Citation!.Section,
                new
                {
                    alarmBelow = Benchmark(ot, StandardKpis.PocConversion.Name).Alarm,
                    causesOfAlarm = Benchmark(ot, StandardKpis.PocConversion.Name).Causes,
                    leads = ot.Text(
                        StandardKpis.PocConversion.Name, nameof(KpiBenchmark.LeadMonths), NoteKind.Scope),
                }),
            Refined(
                "kpis[5]",
                Benchmark(ot, StandardKpis.SiteVelocity.Name).Citation!.Section,
                new
                {
                    siteKinds = ot.LandAndExpand!.SiteKinds,
                    siteEstates = Map(ot.LandAndExpand.Estates.Select(estate =>
                        new Keyed<string, object?>(estate.Owner, estate.Sites ?? (object?)estate.Text))),
                    role = ot.Text(StandardKpis.SiteVelocity.Name, nameof(KpiBenchmark.IsLeading), NoteKind.Wording),
                }),
            Refined(
                "kpis[6]",
                Benchmark(ot, Mix).Citation!.Section,
                new
                {
                    rewardedFrom = ot.RecurringMix!.RewardedShare,
                    earnsLikeConsultancyAtServicesShare = ot.RecurringMix.ServicesWarningShare,
                    remainder = ot.Texts(Mix, Healthy, NoteKind.Remark).Select(text => text.After("remainder: ")),
                    alsoQuarterly = ot.Text(Mix, null, NoteKind.Measure),
                }),
            Refined(
                "kpis[7]",
                Benchmark(ot, Logos).Citation!.Section,
                new
                {
                    why = ot.Texts(Logos, Healthy, NoteKind.Reason),
                    removalTakes = ot.Text(Logos, Healthy, NoteKind.Effect).After("removal takes: "),
                }),
            Refined(
                "kpis[8]",
                Benchmarks(ot, Value)[0].Citation!.Section,
                new
                {
                    cacDrivers = CarriedOtSecurity.CostDrivers(ot),
                    reviewedPer = ot.Text(Value, null, NoteKind.Scope),
                }),
        ];
    }

    private static object[] OfTheMarket(RevenueArchitecture ot)
    {
        const string Freeze = nameof(RevenueArchitecture.FreezeWindows);
        BuyerSide operations = ot.BuyingGroup!.Sides.Single(side => side.VetoHolder is not null);
        return
        [
            Refined(
                "freezeWindows",
                ot.Section(Freeze, nameof(FreezeFigures.Windows), NoteKind.Example),
                new { also = ot.Text(Freeze, nameof(FreezeFigures.Windows), NoteKind.Example) }),
            Refined(
                "freezeEffect",
                ot.Section(Freeze, nameof(FreezeFigures.DelayQuarters), NoteKind.Placement),
                new { quarters = ot.FreezeWindows!.DelayQuarters }),
            Refined(
                "regulatoryTriggers",
                ot.Section(
                    nameof(RevenueArchitecture.Regulations), nameof(RegulatoryFigures.Triggers), NoteKind.Placement),
                new
                {
                    obliges = Map(ot.Regulations!.Triggers.Select(
                        trigger => new Keyed<string, string?>(trigger.Name, trigger.Obliges))),
                    kind = ot.Regulations.Kind,
                }),
            Refined(
                "stages",
                ot.Section(nameof(RevenueArchitecture.Stages), null, NoteKind.Remark),
                note: ot.Text(nameof(RevenueArchitecture.Stages), null, NoteKind.Remark)),
            Refined(
                "dualChampion",
                ot.BuyingGroup.Citation!.Section,
                new
                {
                    alsoInvolved = Map((operations.VetoHolder!, operations.Owns.Append("veto"))),
                    ciso = ot.BuyingGroup.Sides.Single(side => side.SignOff.Contains("CISO")).Owns,
                }),
        ];
    }

    private static object[] OfFailureModes(RevenueArchitecture ot)
    {
        PublishedFailureMode[] modes = [.. ot.FailureModes];
        string[] lost = [.. PairOf(modes[3].Effects, FailureMeasure.LifetimeValueLost)
            .Select(value => $"{value / 1_000_000m:0.######}M")];
        return
        [
            Refined(
                "failureModes[0]",
                modes[0].Citation!.Section,
                new
                {
                    leadsThatKill = modes[0].Signs,
                    effect = modes[0].Consequences.Single(),
                    alsoFix = modes[0].Fixes[2],
                }),
            Refined(
                "failureModes[1]",
                modes[1].Citation!.Section,
                new
                {
                    cisoChampionOnly = modes[1].Consequences[1].After("CISO champion only: "),
                    otChampionOnly = modes[1].Consequences[2].After("OT champion only: "),
                    effect = modes[1].Consequences[0],
                    alsoFix = modes[1].Fixes[1],
                }),
            Refined(
                "failureModes[2]",
                modes[2].Citation!.Section,
                new
                {
                    modelBuiltForDays = Only(modes[2].Effects[0].Value),
                    cycleMonths = PairOf(modes[2].Effects, FailureMeasure.CycleMonths),
                    alsoEffect = modes[2].Consequences,
                }),
            Refined(
                "failureModes[3]",
                modes[3].Citation!.Section,
                new
                {
                    sign = modes[3].Signs.Single(),
                    effect = $"{modes[3].Consequences.Single()}; the {string.Join("-", lost)} LTV is left on "
                        + "the table",
                }),
        ];
    }

    private static object[] OfReviews(RevenueArchitecture ot)
    {
        string daily = Name(ReviewFrequency.Daily, 0);
        string blockers = Name(ReviewFrequency.Daily, 1);
        string expansion = Name(ReviewFrequency.Weekly, 1);
        string champions = Name(ReviewFrequency.Weekly, 2);
        string nrr = Name(ReviewFrequency.Monthly, 0);
        string pipeline = Name(ReviewFrequency.Quarterly, 2);
        string margin = Name(ReviewFrequency.Quarterly, 3);
        string capacity = Name(ReviewFrequency.Quarterly, 4);
        return
        [
            Refined(
                "cadence.daily[0]",
                ot.Section(daily, null, NoteKind.Measure),
                new { measures = ot.Texts(daily, null, NoteKind.Measure) }),
            Refined(
                "cadence.daily[1]",
                ot.Section(blockers, null, NoteKind.Scope),
                new { only = ot.Text(blockers, null, NoteKind.Scope) }),
            Refined(
                "cadence.weekly[1]",
                ot.Section(expansion, null, NoteKind.Measure),
                new { measures = ot.Texts(expansion, null, NoteKind.Measure) }),
            Refined(
                "cadence.weekly[2]",
                ot.Section(champions, null, NoteKind.Scope),
                new
                {
                    of = ot.Text(champions, null, NoteKind.Scope),
                    asks = ot.Text(champions, null, NoteKind.Measure),
                }),
            Refined(
                "cadence.monthly[0]",
                ot.Section(nrr, null, NoteKind.Effect),
                new { meaning = ot.Text(nrr, null, NoteKind.Effect) }),
            Refined(
                "cadence.quarterly[2]",
                ot.Section(pipeline, null, NoteKind.Scope),
                new { deadlinesOf = ot.Texts(pipeline, null, NoteKind.Scope) }),
            Refined(
                "cadence.quarterly[3]",
                ot.Section(margin, null, NoteKind.Measure),
                new { split = ot.Texts(margin, null, NoteKind.Measure) }),
            Refined(
                "cadence.quarterly[4]",
                ot.Section(capacity, null, NoteKind.Condition),
                new
                {
                    against = ot.Text(capacity, null, NoteKind.Condition),
                    decides = ot.Text(capacity, null, NoteKind.Effect),
                }),
        ];

        string Name(ReviewFrequency frequency, int index) =>
            ot.Reviews.Where(review => review.Frequency == frequency).ElementAt(index).Name;
    }

    private static object[] OfSteps(RevenueArchitecture ot)
    {
        ListBySection triggers = ot.Lists.Single(list => list.Subject == "regulatory triggers");
        string map = Name(1, 2);
        string audit = Name(1, 3);
        string hygiene = Name(1, 5);
        string playbook = Name(31, 0);
        string plans = Name(31, 1);
        string bakeOffs = Name(31, 2);
        string pay = Name(61, 0);
        string attach = Name(61, 2);
        return
        [
            Refined(
                "plan306090.days1to30[2]",
                ot.Section(map, null, NoteKind.Scope),
                new
                {
                    triggers = triggers.Lists.Single(list => list.Section == "Days 1-30").Names,
                    champions = ot.Texts(map, null, NoteKind.Scope),
                },
                ot.Text(map, null, NoteKind.Reading)),
            Refined(
                "plan306090.days1to30[3]",
                ot.Section(audit, null, NoteKind.Measure),
                Map(("for", ot.Texts(audit, null, NoteKind.Measure)))),
            Refined(
                "plan306090.days1to30[5]",
                ot.Section(hygiene, null, NoteKind.Scope),
                new
                {
                    systems = ot.Texts(hygiene, null, NoteKind.Example),
                    fields = ot.Texts(hygiene, null, NoteKind.Scope),
                    fieldSources = ot.Texts(hygiene, null, NoteKind.Source),
                    test = ot.Text(hygiene, null, NoteKind.Measure),
                }),
            Refined(
                "plan306090.days31to60[0]",
                ot.Section(playbook, null, NoteKind.Effect),
                new
                {
                    proves = ot.Text(playbook, null, NoteKind.Effect),
                    mapsTo = ot.Text(playbook, null, NoteKind.Scope),
                }),
            Refined(
                "plan306090.days31to60[1]",
                ot.Section(plans, null, NoteKind.Scope),
                Map(("for", ot.Text(plans, null, NoteKind.Scope)))),
            Refined(
                "plan306090.days31to60[2]",
                ot.Section(bakeOffs, null, NoteKind.Scope),
                new { against = ot.Texts(bakeOffs, null, NoteKind.Scope) }),
            Refined(
                "plan306090.days61to90[0]",
                ot.Section(pay, null, NoteKind.Scope),
                new { also = ot.Text(pay, null, NoteKind.Scope) }),
            Refined(
                "plan306090.days61to90[2]",
                ot.Section(attach, null, NoteKind.Example),
                new
                {
                    examples = ot.Texts(attach, null, NoteKind.Example),
                    lifts = ot.Texts(attach, null, NoteKind.Effect),
                }),
        ];

        string Name(int firstDay, int index) =>
            ot.Rollout.Where(step => step.FirstDay == firstDay).ElementAt(index).Name;
    }

    private static KpiBenchmark Benchmark(RevenueArchitecture ot, string kpi) => Assert.Single(Benchmarks(ot, kpi));

    private static KpiBenchmark[] Benchmarks(RevenueArchitecture ot, string kpi) =>
        [.. ot.Benchmarks.Where(benchmark => benchmark.Kpi == kpi)];
}
