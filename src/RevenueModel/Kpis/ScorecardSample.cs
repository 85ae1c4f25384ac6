using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Retention;

namespace RevenueModel.Kpis;

/// <summary>The exact counts and sums of a scorecard, by segment. Samples of parts of the data merge, so that parts
/// can be read on several machines.</summary>
/// <remarks>
/// Immutable once created. Parts merge in any grouping to the same digits. All records of an account have to be in one
/// part, and each deal and pilot in one part.
/// </remarks>
public sealed class ScorecardSample
{
    /// <summary>The name under which records without a segment are kept.</summary>
    internal const string NoSegment = "";

    private const decimal MostAlarm = 1_000_000m;

    private readonly SortedDictionary<string, SegmentSample> _segments = new(StringComparer.Ordinal);

    private ScorecardSample(ScorecardOptions options)
    {
        Options = options;
        OptionRules.Require(options, nameof(options));
    }

    /// <summary>Gets the options.</summary>
    public ScorecardOptions Options { get; }

    /// <summary>Gets the readings of custom indicators.</summary>
    internal List<KpiReading> CustomReadings { get; } = [];

    /// <summary>Gets the names of the segments, in order.</summary>
    internal IEnumerable<string> SegmentNames => _segments.Keys.Where(name => name.Length > 0);

    /// <summary>Gets the sample of a segment.</summary>
    internal SegmentSample this[string segment]
    {
        get
        {
            if (!_segments.TryGetValue(segment, out SegmentSample? sample))
            {
                _segments[segment] = sample = new SegmentSample();
            }

            return sample;
        }
    }

    /// <summary>Creates the sample of records.</summary>
    /// <param name="data">The records. Records after the day of the options do not count.</param>
    /// <param name="options">The day, the window and the conventions.</param>
    /// <returns>The sample.</returns>
    /// <exception cref="ArgumentException">The measure of revenue is not ARR; a pilot is not valid or its id is
    /// repeated; an account has two records of sites or revenue, or more live sites than sites; a deal names rivals
    /// and is not competitive; or the subscriptions are not valid.</exception>
    public static ScorecardSample Of(ScorecardData data, ScorecardOptions options)
    {
        Guard.Against.Null(data);
        var sample = new ScorecardSample(Guard.Against.Null(options));
        sample.AddDeals(data.Opportunities.AsSpan(), nameof(data));
        sample.RequireArr(nameof(options));
        sample.AddRevenue(data.Subscriptions, nameof(data));
        sample.AddPocs(data.Pocs, nameof(data));
        sample.AddSites(data.Sites, nameof(data));
        sample.AddMix(data.Revenues, nameof(data));
        foreach (KpiReading reading in data.CustomReadings)
        {
            sample.CustomReadings.Add(Guard.Against.Null(reading, nameof(data)));
        }

        return sample;
    }

    /// <summary>Creates the sample of many deals in columns, for cycle length and win rate.</summary>
    /// <param name="columns">The deals.</param>
    /// <param name="options">The day, the window and the conventions.</param>
    /// <returns>The sample.</returns>
    /// <exception cref="ArgumentException">The columns differ in length, a number of a segment has no name, days are
    /// outside their range, traits contradict each other or are undefined; the message names the
    /// row.</exception>
    public static ScorecardSample OfDeals(DealColumns columns, ScorecardOptions options)
    {
        columns.Validate(nameof(columns));
        var sample = new ScorecardSample(Guard.Against.Null(options));
        var counts = new DealCounts[columns.SegmentNames.Length + 1];
        for (int i = 0; i < counts.Length; i++)
        {
            counts[i] = sample[i == 0 ? NoSegment : columns.SegmentNames[i - 1]].Deals;
        }

        var longDays = new int[counts.Length];
        for (int i = 0; i < longDays.Length; i++)
        {
            longDays[i] = sample.LongDaysOf(i == 0 ? null : columns.SegmentNames[i - 1]);
        }

        DealColumnReader.Read(columns, counts, longDays, nameof(columns));
        return sample;
    }

    /// <summary>Creates the sample of ARR by account and month in columns, for ACV, NRR, logo retention and lifetime
    /// value.</summary>
    /// <param name="columns">The ARR of each account at the end of each month; the groups are the segments. Months
    /// after the last complete one do not count. Without the month at the start of the window, NRR and logo retention
    /// are not measured.</param>
    /// <param name="options">The day, the window and the conventions. Of the rules of revenue, only the measure
    /// matters.</param>
    /// <returns>The sample; it gives the readings of subscriptions with the same ARR.</returns>
    /// <exception cref="ArgumentException">The measure of revenue is not ARR, the columns differ in length or end
    /// before the last complete month, the name of a group is blank, a number is outside its range, or a month of an
    /// account is negative; the message names the row or the account.</exception>
    public static ScorecardSample OfRevenue(AccountMonthColumns columns, ScorecardOptions options)
    {
        var sample = new ScorecardSample(Guard.Against.Null(options));
        sample.RequireArr(nameof(options));
        RevenueColumnReader.Read(columns, sample, nameof(columns));
        return sample;
    }

    /// <summary>Merges two samples of different records.</summary>
    /// <param name="other">The other sample, with the same options.</param>
    /// <returns>The sample of all records.</returns>
    /// <exception cref="ArgumentException">The samples have different options.</exception>
    public ScorecardSample Merge(ScorecardSample other)
    {
        if (Guard.Against.Null(other).Options != Options)
        {
            throw new ArgumentException(
                Invariant($"other was of {other.Options}; the same options as {Options} are expected, also ")
                    + "benchmarks, rules, gross margin and baseline.",
                nameof(other));
        }

        var merged = new ScorecardSample(Options);
        foreach (ScorecardSample part in (ScorecardSample[])[this, other])
        {
            foreach ((string segment, SegmentSample sample) in part._segments)
            {
                merged[segment].Add(sample);
            }

            merged.CustomReadings.AddRange(part.CustomReadings);
        }

        return merged;
    }

    /// <summary>Returns the sum of all segments and of records without a segment.</summary>
    internal SegmentSample Total()
    {
        var total = new SegmentSample();
        foreach (SegmentSample sample in _segments.Values)
        {
            total.Add(sample);
        }

        return total;
    }

    private void AddDeals(ReadOnlySpan<Opportunity> opportunities, string name)
    {
        LocalDate from = Options.From;
        string? lastSegment = null;
        DealCounts? counts = null;
        int longDays = 0;
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (Opportunity deal in opportunities)
        {
            RequireNew(ids, Guard.Against.Null(deal, name).Id, "deal", name);
            if (deal.IsCompetitive == false && !deal.Rivals.IsEmpty)
            {
                throw new ArgumentException(
                    Invariant($"{name} had deal \"{deal.Id}\" with {Plural.Of(deal.Rivals.Count, "rival")} and ")
                        + "IsCompetitive false; true or null is expected.",
                    name);
            }

            if (deal.Closed is not { } closed || closed < from || closed > Options.AsOf)
            {
                continue;
            }

            if (counts is null || !string.Equals(deal.Segment, lastSegment, StringComparison.Ordinal))
            {
                counts = this[deal.Segment ?? NoSegment].Deals;
                longDays = LongDaysOf(deal.Segment);
                lastSegment = deal.Segment;
            }

            counts.Add(FlagsOf(deal), deal.Timeline.CycleDays ?? -1, longDays);
        }
    }

    private static DealTraits FlagsOf(Opportunity deal)
    {
        BuyerEngagement engaged = deal.BuyerEngagement.GetValueOrDefault();
        return (deal.Outcome == DealOutcome.Won ? DealTraits.Won : DealTraits.Lost)
            | If(deal.IsCompetitive == true || !deal.Rivals.IsEmpty, DealTraits.Competitive)
            | If(deal.BuyerEngagement is not null, DealTraits.EngagementKnown)
            | If(engaged.HasFlag(BuyerEngagement.OT), DealTraits.OtEngaged)
            | If(deal.RegulatoryTrigger is not null, DealTraits.HasTrigger)
            | If(!deal.Rivals.IsEmpty, DealTraits.RivalsKnown)
            | If(HasMany(deal.Rivals), DealTraits.ManyRivals);

        static DealTraits If(bool has, DealTraits trait) => has ? trait : DealTraits.None;
    }

    private static bool HasMany(ValueList<string> rivals)
    {
        foreach (string rival in rivals)
        {
            if (!string.Equals(rival, rivals[0], StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static void RequireNew(HashSet<string> seen, string key, string kind, string name)
    {
        if (!seen.Add(key))
        {
            throw new ArgumentException(
                Invariant($"{name} had {kind} \"{key}\" twice; one record of it is expected."), name);
        }
    }

    /// <summary>Returns the days from which a cycle of a segment is long, beyond the alarm.</summary>
    internal int LongDaysOf(string? segment)
    {
        decimal? alarm = Options.FindBenchmark(StandardKpis.CycleLength.Name, segment)?.Alarm;
        return alarm is >= 0m and < MostAlarm
            ? (int)decimal.Floor(alarm.Value * SegmentReadings.DaysOfMonth) + 1
            : int.MaxValue;
    }

    private void RequireArr(string name)
    {
        if (Options.RevenueRules.Measure != RecurringMeasure.Arr)
        {
            throw new ArgumentException(
                Invariant($"RevenueRules.Measure was {Options.RevenueRules.Measure}; Arr is expected."), name);
        }
    }

    private void AddRevenue(ValueList<Subscription> subscriptions, string name)
    {
        YearMonth last = Options.LastMonth;
        LocalDate end = last.OnDayOfMonth(1).PlusMonths(1);
        if (!subscriptions.Any(subscription => Guard.Against.Null(subscription, name).Term.Start < end))
        {
            return;
        }

        RevenueHistory history;
        try
        {
            history = RevenueHistory.Of(subscriptions, last, Options.RevenueRules);
        }
        catch (ArgumentException refused)
        {
            throw DomainGuards.Within(nameof(ScorecardData.Subscriptions), refused, name);
        }

        var acv = new RatioColumns();
        var nrr = new RatioColumns();
        int at = history.MonthCount;
        int before = at - Options.WindowMonths;
        for (int i = 0; i < history.AccountCount; i++)
        {
            string segment = history.Layout.Accounts[i].Segment ?? NoSegment;
            decimal amount = history.AmountAt(i, at);
            decimal opening = before > 0 ? history.AmountAt(i, before) : 0m;
            if (amount > 0m)
            {
                acv.Add(segment, amount, 1m);
            }

            if (opening > 0m)
            {
                nrr.Add(segment, amount, opening);
                SegmentSample sample = this[segment];
                sample.OpeningLogos++;
                sample.RetainedLogos += amount > 0m ? 1 : 0;
                sample.StalledAccounts += amount > 0m && amount <= opening ? 1 : 0;
            }
        }

        foreach ((string segment, var ratio) in acv.ToSamples())
        {
            this[segment].Acv = ratio;
        }

        foreach ((string segment, var ratio) in nrr.ToSamples())
        {
            this[segment].Nrr = ratio;
        }
    }

    private void AddPocs(ValueList<Poc> pocs, string name)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        LocalDate from = Options.From;
        foreach (Poc poc in pocs)
        {
            Guard.Against.Null(poc, name).Require(name);
            RequireNew(ids, poc.Id, "POC", name);
            if (poc.Ended is not { } ended || ended < from || ended > Options.AsOf)
            {
                continue;
            }

            SegmentSample sample = this[poc.Segment ?? NoSegment];
            bool isConverted = poc.Outcome == PocOutcome.Converted;
            sample.ConvertedPocs += isConverted ? 1 : 0;
            sample.StoppedPocs += isConverted ? 0 : 1;
            sample.StoppedWithCause += poc.StopCause is not null ? 1 : 0;
            sample.AlertFloods += poc.StopCause == PocStopCause.AlertFlood ? 1 : 0;
            sample.MissedAssets += poc.StopCause == PocStopCause.MissedAssets ? 1 : 0;
        }
    }

    private void AddSites(ValueList<AccountSites> sites, string name)
    {
        var accounts = new HashSet<string>(StringComparer.Ordinal);
        var added = new RatioColumns();
        var penetration = new RatioColumns();
        LocalDate from = Options.From;
        foreach (AccountSites account in sites)
        {
            RequireNew(accounts, Guard.Against.Null(account, name).Account, "sites of account", name);
            int live = account.LiveDates.Count(day => day <= Options.AsOf);
            int before = account.LiveDates.Count(day => day < from);
            if (account.TotalSites < live)
            {
                throw new ArgumentException(
                    Invariant($"{name} had account \"{account.Account}\" with {live} live sites and TotalSites ")
                        + Invariant($"{account.TotalSites}; at least as many sites are expected."),
                    name);
            }

            string segment = account.Segment ?? NoSegment;
            if (before > 0)
            {
                added.Add(segment, live - before, 1m);
                this[segment].AccountsWithoutNewSites += live == before ? 1 : 0;
            }

            if (live > 0 && account.TotalSites is { } total)
            {
                penetration.Add(segment, live, total);
            }
        }

        foreach ((string segment, var ratio) in added.ToSamples())
        {
            this[segment].NewSites = ratio;
        }

        foreach ((string segment, var ratio) in penetration.ToSamples())
        {
            this[segment].Penetration = ratio;
        }
    }

    private void AddMix(ValueList<AccountRevenue> revenues, string name)
    {
        var accounts = new HashSet<string>(StringComparer.Ordinal);
        var mix = new RatioColumns();
        foreach (AccountRevenue account in revenues)
        {
            RequireNew(accounts, Guard.Against.Null(account, name).Account, "revenue of account", name);
            mix.Add(
                account.Segment ?? NoSegment,
                account.Recurring,
                DomainGuards.Total(account.Recurring, account.Services, name));
        }

        foreach ((string segment, var ratio) in mix.ToSamples())
        {
            this[segment].Mix = ratio;
        }
    }
}
