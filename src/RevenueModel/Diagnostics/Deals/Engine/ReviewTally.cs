using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Architectures;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Segments;

namespace RevenueModel.Diagnostics;

/// <summary>Counts deals for all rules in one pass: by segment, and by the failures that they show.</summary>
internal sealed class ReviewTally
{
    private const int FlawCombinations = 8;

    private readonly LocalDate _asOf;
    private readonly DateSpan _window;
    private readonly Dictionary<string, int> _segments = new(StringComparer.OrdinalIgnoreCase);
    private readonly string?[] _names;
    private readonly string?[] _seen;
    private readonly int[] _shortestCycles;
    private readonly ClosedSum[] _closed;
    private readonly SegmentSum[] _sums;
    private readonly List<int>[] _cycles;
    private readonly DealMarks _marks;
    private readonly long[] _gaps;
    private long _count;
    private long _closedInWindow;
    private long _withoutAmount;
    private long _closedWithoutDay;
    private long _withoutSegment;

    private ReviewTally(RevenueArchitecture architecture, ReviewData data, DealMarks marks)
    {
        _asOf = data.AsOf;
        _window = data.Window;
        _marks = marks;
        ValueList<Segment> segments = architecture.Segmentation.Segments;
        int places = segments.Count + 1;
        _names = new string?[places];
        _seen = new string?[places];
        _shortestCycles = new int[places];
        _closed = new ClosedSum[places * FlawCombinations];
        _sums = new SegmentSum[places];
        _cycles = new List<int>[places];
        _gaps = new long[places * marks.Gaps.Count];
        for (int i = 0; i < places; i++)
        {
            _cycles[i] = [];
            _sums[i].ByKind = new long[marks.PartnerKinds.Count];
            if (i < segments.Count)
            {
                _names[i] = segments[i].Name;
                _segments.Add(segments[i].Name, i);
                _shortestCycles[i] = segments[i].CycleDays.Min;
            }
        }
    }

    /// <summary>Counts the deals of a review.</summary>
    public static ReviewTally Of(RevenueArchitecture architecture, ReviewData data, DealMarks marks)
    {
        var tally = new ReviewTally(architecture, data, marks);
        foreach (Opportunity deal in data.Opportunities.AsSpan())
        {
            Guard.Against.Null(deal, nameof(data));
            try
            {
                tally.Add(deal);
            }
            catch (OverflowException overflow)
            {
                throw DomainGuards.Overflow(
                    Invariant($"The amount of the deals up to \"{deal.Id}\""), nameof(data), overflow);
            }
        }

        return tally;
    }

    /// <summary>Returns the deals by segment: those of the architecture in order, then the deals without
    /// one.</summary>
    public ValueList<SegmentDeals> BySegment()
    {
        var segments = new SegmentDeals[_names.Length];
        for (int i = 0; i < segments.Length; i++)
        {
            segments[i] = Segment(i);
        }

        return ValueList.Own(segments);
    }

    /// <summary>Returns what the closed deals of each segment lack for a missing champion, in the order of
    /// <see cref="BySegment"/>: texts with the number of deals, by text.</summary>
    public ValueList<ValueList<Keyed<string, long>>> ChampionGaps()
    {
        int width = _marks.Gaps.Count;
        return Enumerable.Range(0, _names.Length)
            .Select(place => _marks.Gaps
                .Select((gap, i) => new Keyed<string, long>(gap, _gaps[(place * width) + i]))
                .Where(static gap => gap.Value > 0)
                .OrderBy(static gap => gap.Key, StringComparer.Ordinal)
                .ToValueList())
            .ToValueList();
    }

    public DealCoverage Coverage() => new()
    {
        Count = _count,
        ClosedInWindow = _closedInWindow,
        WithoutSegment = _withoutSegment,
        WithoutAmount = _withoutAmount,
        ClosedWithoutDay = _closedWithoutDay,
    };

    private void Add(Opportunity deal)
    {
        _count++;
        if (deal.Motion == DealMotion.Renewal)
        {
            return;
        }

        int place = PlaceOf(deal.Segment);
        ref SegmentSum sum = ref _sums[place];
        decimal amount = deal.Amount.GetValueOrDefault();
        _withoutAmount += deal.Amount is null ? 1 : 0;
        _withoutSegment += place == _names.Length - 1 ? 1 : 0;
        DealTimeline timeline = deal.Timeline;
        bool isCreatedInWindow = timeline.Created is { } created && _window.Contains(created);
        if (isCreatedInWindow)
        {
            sum.CreatedAmount += amount;
        }

        bool isClosedInWindow = false;
        if (timeline.Outcome == DealOutcome.Open)
        {
            AddOpen(ref sum, timeline, amount, _shortestCycles[place]);
        }
        else if (timeline.Closed is not { } day)
        {
            _closedWithoutDay++;
        }
        else if (_window.Contains(day))
        {
            isClosedInWindow = true;
            AddClosed(ref sum, place, deal, amount);
        }

        if ((isCreatedInWindow || isClosedInWindow) && !deal.Partners.IsEmpty)
        {
            sum.WithPartners++;
            _marks.CountPartners(deal.Partners, sum.ByKind);
        }
    }

    private void AddOpen(ref SegmentSum sum, DealTimeline timeline, decimal amount, int shortestCycle)
    {
        sum.OpenCount++;
        sum.OpenAmount += amount;
        if (timeline.Created is { } created && created <= _asOf && timeline.ExpectedClose is { } expected)
        {
            sum.OpenDated++;
            if (Period.DaysBetween(created, expected) < shortestCycle)
            {
                sum.EarlyCount++;
                sum.EarlyAmount += amount;
            }
        }
    }

    private void AddClosed(ref SegmentSum sum, int place, Opportunity deal, decimal amount)
    {
        _closedInWindow++;
        bool isWon = deal.Timeline.Outcome == DealOutcome.Won;
        DealMark mark = _marks.Find(deal.Id);
        DealFlaws flaws = DealFlaws.None;
        if (deal.BuyerEngagement is { } engaged)
        {
            sum.EngagementKnown++;
            if (engaged is BuyerEngagement.IT or BuyerEngagement.OT)
            {
                flaws = DealFlaws.OneBuyer;
            }
            else if (engaged == BuyerEngagement.Both)
            {
                sum.Both.Add(isWon, amount);
                if (mark.LacksConsultant is { } lacksOne)
                {
                    sum.TeamKnown++;
                    flaws = lacksOne ? DealFlaws.MissingConsultant : DealFlaws.None;
                }
            }
        }

        if (mark.Gap is { } gap)
        {
            sum.MapKnown++;
            if (gap == DealMark.NoGap)
            {
                sum.Champions.Add(isWon, amount);
            }
            else
            {
                flaws |= DealFlaws.MissingChampion;
                _gaps[(place * _marks.Gaps.Count) + gap]++;
            }
        }

        _closed[(place * FlawCombinations) + (int)flaws].Add(isWon, amount);
        if (isWon && deal.Timeline.CycleDays is { } days)
        {
            _cycles[place].Add(days);
        }

        if (mark.Discount is { } discount)
        {
            _marks.CountDiscount(deal.Motion, discount);
        }
    }

    // An importer gives the deals of a segment the same string, which is compared without its characters.
    private int PlaceOf(string? segment)
    {
        if (segment is null)
        {
            return _names.Length - 1;
        }

        string?[] seen = _seen;
        for (int i = 0; i < seen.Length; i++)
        {
            if (ReferenceEquals(seen[i], segment))
            {
                return i;
            }
        }

        int place = _segments.TryGetValue(segment, out int known) ? known : _names.Length - 1;
        seen[place] = segment;
        return place;
    }

    private SegmentDeals Segment(int place)
    {
        var groups = new List<ClosedDeals>();
        for (int flaws = 0; flaws < FlawCombinations; flaws++)
        {
            ClosedDeals closed = _closed[(place * FlawCombinations) + flaws].With((DealFlaws)flaws);
            if (closed.Count > 0)
            {
                groups.Add(closed);
            }
        }

        SegmentSum sum = _sums[place];
        return new SegmentDeals
        {
            Segment = _names[place],
            Closed = groups.ToValueList(),
            EngagementKnown = sum.EngagementKnown,
            TeamKnown = sum.TeamKnown,
            MapKnown = sum.MapKnown,
            WithBothBuyers = sum.Both.With(DealFlaws.None),
            WithAllChampions = sum.Champions.With(DealFlaws.None),
            OpenCount = sum.OpenCount,
            OpenAmount = sum.OpenAmount,
            OpenDated = sum.OpenDated,
            EarlyCount = sum.EarlyCount,
            EarlyAmount = sum.EarlyAmount,
            CreatedAmount = sum.CreatedAmount,
            WithPartners = sum.WithPartners,
            ByPartnerKind = _marks.PartnerKinds.Select((kind, i) => new Keyed<string, long>(kind, sum.ByKind[i]))
                .ToValueList(),
            MedianCycleDays = Median(_cycles[place]),
        };
    }

    private static decimal? Median(List<int> days)
    {
        if (days.Count == 0)
        {
            return null;
        }

        days.Sort();
        int middle = days.Count / 2;
        return days.Count % 2 == 1 ? days[middle] : (days[middle - 1] + (decimal)days[middle]) / 2m;
    }

    private struct ClosedSum
    {
        public long WonCount;
        public long LostCount;
        public decimal WonAmount;
        public decimal LostAmount;

        public void Add(bool isWon, decimal amount)
        {
            if (isWon)
            {
                WonCount++;
                WonAmount += amount;
            }
            else
            {
                LostCount++;
                LostAmount += amount;
            }
        }

        public readonly ClosedDeals With(DealFlaws flaws) =>
            ClosedDeals.Of(flaws, WonCount, LostCount, WonAmount, LostAmount);
    }

    private struct SegmentSum
    {
        public long EngagementKnown;
        public long TeamKnown;
        public long MapKnown;
        public ClosedSum Both;
        public ClosedSum Champions;
        public long OpenCount;
        public decimal OpenAmount;
        public long OpenDated;
        public long EarlyCount;
        public decimal EarlyAmount;
        public decimal CreatedAmount;
        public long WithPartners;
        public long[] ByKind;
    }
}
