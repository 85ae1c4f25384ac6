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
    private readonly int[] _shortestCycles;
    private readonly ClosedSum[] _closed;
    private readonly SegmentSum[] _sums;
    private readonly List<int>[] _cycles;
    private readonly DealMarks _marks;
    private string? _lastSegment;
    private int _lastPlace;
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
        _shortestCycles = new int[places];
        _closed = new ClosedSum[places * FlawCombinations];
        _sums = new SegmentSum[places];
        _cycles = new List<int>[places];
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

        _lastPlace = places - 1;
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
                if (_marks.LacksConsultant(deal.Id) is { } lacksOne)
                {
                    sum.TeamKnown++;
                    flaws = lacksOne ? DealFlaws.MissingConsultant : DealFlaws.None;
                }
            }
        }

        if (_marks.LacksChampion(deal.Id) is { } lacks)
        {
            sum.MapKnown++;
            if (lacks)
            {
                flaws |= DealFlaws.MissingChampion;
            }
            else
            {
                sum.Champions.Add(isWon, amount);
            }
        }

        _closed[(place * FlawCombinations) + (int)flaws].Add(isWon, amount);
        if (isWon && deal.Timeline.CycleDays is { } days)
        {
            _cycles[place].Add(days);
        }

        _marks.CountDiscount(deal);
    }

    // Neighboring deals often have the same segment, as the same string.
    private int PlaceOf(string? segment)
    {
        if (segment is null)
        {
            return _names.Length - 1;
        }

        if (!ReferenceEquals(segment, _lastSegment))
        {
            _lastSegment = segment;
            _lastPlace = _segments.TryGetValue(segment, out int place) ? place : _names.Length - 1;
        }

        return _lastPlace;
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
