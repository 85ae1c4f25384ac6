using NodaTime;
using RevenueModel.Kpis;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>Counts the records that show that steps of a rollout plan are done.</summary>
internal sealed class RolloutEvidenceReader(RolloutData data, LocalDate asOf)
{
    private readonly Opportunity[] _deals = [.. data.Opportunities.Where(deal => !(deal.Created > asOf))];
    private readonly KpiReading[] _readings =
        [.. data.Readings.Where(reading => reading.Value is not null && reading.AsOf <= asOf)];

    /// <summary>Returns the evidence of a check; empty without one.</summary>
    public ValueList<RolloutEvidence> Of(RolloutCheck check) => check switch
    {
        RolloutCheck.SegmentedAcv =>
            [Line("deals with a segment", _deals, static deal => deal.Segment is not null)],
        RolloutCheck.RecurringSplit => RecurringSplit(),
        RolloutCheck.TriggersAndChampions => TriggersAndChampions(),
        RolloutCheck.PocAudit => PocAudit(),
        RolloutCheck.KpiBaselines => KpiBaselines(),
        RolloutCheck.CrmHygiene => CrmHygiene(),
        RolloutCheck.SiteTargets =>
            [Line("accounts with a known number of sites", data.Sites, static one => one.TotalSites is not null)],
        RolloutCheck.RivalsKnown => RivalsKnown(),
        RolloutCheck.LifetimeValueBySegment => LifetimeValues(),
        _ => [],
    };

    private static RolloutEvidence Line<T>(
        string name, IEnumerable<T> records, Func<T, bool> shows, bool isRequired = true)
    {
        long count = 0;
        long all = 0;
        foreach (T record in records)
        {
            all++;
            count += shows(record) ? 1 : 0;
        }

        return new RolloutEvidence { Name = name, Count = count, Of = all, IsRequired = isRequired };
    }

    private Opportunity[] OpenDeals() => [.. _deals.Where(deal => OpportunityStates.IsOpenOn(deal, asOf))];

    private ValueList<RolloutEvidence> RecurringSplit()
    {
        var split = new HashSet<string>(data.Revenues.Select(static one => one.Account), StringComparer.Ordinal);
        return
        [
            Line(
                "accounts with a split of revenue",
                data.Subscriptions.Where(one => one.Term.Contains(asOf)).Select(static one => one.Account)
                    .Distinct(StringComparer.Ordinal),
                split.Contains),
        ];
    }

    private ValueList<RolloutEvidence> TriggersAndChampions()
    {
        Opportunity[] open = OpenDeals();
        var mapped = new HashSet<string>(
            data.StakeholderMaps.Select(static map => map.DealId), StringComparer.Ordinal);
        List<RolloutEvidence> lines =
        [
            Line("open deals with a regulation", open, static deal => deal.RegulatoryTrigger is not null),
            Line("open deals with a stakeholder map", open, deal => mapped.Contains(deal.Id)),
        ];
        if (data.BuyingGroup is { } group)
        {
            lines.Add(Line(
                "open deals with all champions",
                BuyingGroupCalculator.ByDeal(group, open, data.StakeholderMaps),
                static deal => deal.Value.HasAllChampions,
                isRequired: false));
        }

        return lines;
    }

    private ValueList<RolloutEvidence> PocAudit()
    {
        var read = new HashSet<string>(
            data.PocReadings.Where(reading => reading.Day <= asOf).Select(static reading => reading.Poc),
            StringComparer.Ordinal);
        return
        [
            Line(
                "running pilots with readings",
                data.Pocs.Where(poc => poc.Started <= asOf && !(poc.Ended <= asOf)),
                poc => read.Contains(poc.Id)),
        ];
    }

    private ValueList<RolloutEvidence> KpiBaselines()
    {
        IEnumerable<string> names = data.Kpis.IsEmpty
            ? PublishedBenchmarks.OtSecurity2027.Select(static benchmark => benchmark.Kpi)
            : data.Kpis;
        return
        [
            Line(
                "indicators with a reading",
                names.Distinct(StringComparer.OrdinalIgnoreCase),
                name => Array.Exists(_readings, reading => NameLookup.Same(reading.Kpi, name))),
        ];
    }

    // A deal without a regulation may be one that no regulation drives.
    private ValueList<RolloutEvidence> CrmHygiene() => CrmCompletenessCalculator.Measure(_deals)
        .Select(static field => new RolloutEvidence
        {
            Name = Invariant($"deals with {field.Field}"),
            Count = field.Count,
            Of = field.Of,
            IsRequired = field.Field != DealField.RegulatoryTrigger,
        })
        .ToValueList();

    private ValueList<RolloutEvidence> RivalsKnown() =>
    [
        Line(
            "open competitive deals with named rivals",
            OpenDeals().Where(static deal => deal.IsCompetitive == true || !deal.Rivals.IsEmpty),
            static deal => !deal.Rivals.IsEmpty),
    ];

    private ValueList<RolloutEvidence> LifetimeValues() =>
    [
        Line(
            "segments with a lifetime value",
            data.Subscriptions.Select(static one => one.Segment).OfType<string>()
                .Distinct(StringComparer.OrdinalIgnoreCase),
            segment => Array.Exists(
                _readings,
                reading => reading.Kpi == StandardKpis.LifetimeValue.Name
                    && NameLookup.Same(reading.Segment, segment))),
    ];
}
