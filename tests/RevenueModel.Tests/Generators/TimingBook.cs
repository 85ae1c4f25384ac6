using NodaTime;
using RevenueModel.Forecasting;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>Random deals, windows and stage logs for tests of timing, by a seed.</summary>
internal sealed class TimingBook
{
    public static readonly LocalDate Start = new(2027, 1, 1);

    private static readonly string[] Segments = ["SMB", "Mid-Market", "Energy"];
    private static readonly string[] Regulations = ["NIS2", "CIRCIA"];

    private readonly Random _random;

    public TimingBook(int seed, int deals = 40)
    {
        _random = new Random(seed);
        AsOf = Start.PlusDays(_random.Next(60, 160));
        Deals = [.. Enumerable.Range(0, deals).Select(Deal)];
        Clock = new DealClock { Freezes = [.. Freezes(3, 0)], Pulls = [.. Pulls(2, 0)] };
    }

    public LocalDate AsOf { get; }

    public Opportunity[] Deals { get; }

    public DealClock Clock { get; }

    public Random Dice => _random;

    /// <summary>Windows that start at least some days after the start of the book.</summary>
    public IEnumerable<FreezeWindow> Freezes(int count, int earliest) => Enumerable.Range(0, count).Select(_ =>
        new FreezeWindow
        {
            Days = Span(earliest),
            Scope = _random.Next(3) == 0 ? null : Segments[_random.Next(Segments.Length)].ToUpperInvariant(),
        });

    public IEnumerable<DeadlinePull> Pulls(int count, int earliest) => Enumerable.Range(0, count).Select(_ =>
        new DeadlinePull
        {
            Regulation = Regulations[_random.Next(Regulations.Length)],
            Days = Span(earliest),
            Multiplier = 1m + (_random.Next(0, 5) / 4m),
        });

    private DateSpan Span(int earliest)
    {
        LocalDate from = Start.PlusDays(earliest + _random.Next(0, 120));
        return _random.Next(8) == 0 ? DateSpan.From(from) : DateSpan.Between(from, from.PlusDays(_random.Next(1, 30)));
    }

    private Opportunity Deal(int number)
    {
        LocalDate created = Start.PlusDays(_random.Next(0, 150));
        LocalDate closed = created.PlusDays(_random.Next(0, 25) * _random.Next(0, 5));
        return new Opportunity
        {
            Id = $"D{number}",
            Stage = "Any",
            Segment = _random.Next(8) == 0 ? null : Segments[_random.Next(Segments.Length)],
            Amount = _random.Next(6) == 0 ? null : _random.Next(1, 100) * 1_000m,
            RegulatoryTrigger = _random.Next(2) == 0
                ? null
                : new RegulatoryTrigger { Name = Regulations[_random.Next(Regulations.Length)] },
            Timeline = _random.Next(12) switch
            {
                0 => DealTimeline.Open(),
                1 => DealTimeline.Won(created),
                < 5 => DealTimeline.Open(created),
                < 9 => DealTimeline.Won(created, closed),
                _ => DealTimeline.Lost(created, closed),
            },
        };
    }
}
