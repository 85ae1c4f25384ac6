using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>The meaning of values in the stage and status columns: from the mapping of the caller, the stages of the
/// process, or the usual words for outcomes.</summary>
internal sealed class StageMap
{
    private static readonly Dictionary<string, DealOutcome> OutcomeWords = new(StringComparer.Ordinal)
    {
        ["won"] = DealOutcome.Won,
        ["closedwon"] = DealOutcome.Won,
        ["lost"] = DealOutcome.Lost,
        ["loss"] = DealOutcome.Lost,
        ["closedlost"] = DealOutcome.Lost,
    };

    private readonly SalesProcess? _process;
    private readonly bool _acceptsAny;
    private readonly WordReader<StageReading> _stages;
    private readonly WordReader<StageReading> _outcomes;
    private readonly Dictionary<string, StageReading> _mapped = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _spellings = new(StringComparer.Ordinal);

    /// <summary>Creates the map.</summary>
    /// <param name="process">The sales process, or null.</param>
    /// <param name="mappings">The mappings of the caller.</param>
    /// <param name="parameter">The parameter of the reader that has the mappings.</param>
    /// <param name="acceptsAny">Whether a value that is neither won nor lost is an open stage without a
    /// process.</param>
    public StageMap(SalesProcess? process, ValueList<StageMapping> mappings, string parameter, bool acceptsAny = false)
    {
        _process = process;
        _acceptsAny = acceptsAny && process is null;
        _stages = new WordReader<StageReading>(FindStage);
        _outcomes = new WordReader<StageReading>(FindOutcome);
        foreach (PipelineStage stage in process?.Stages ?? [])
        {
            string spelling = NameNormalizer.OfValue(stage.Name);
            _spellings[spelling] = _spellings.ContainsKey(spelling) ? null : stage.Name;
        }

        foreach (StageMapping mapping in mappings)
        {
            string? stage = mapping.Stage is null ? null : ProcessStage(mapping, parameter);
            if (!_mapped.TryAdd(NameNormalizer.OfValue(mapping.Source), new StageReading(mapping.Outcome, stage)))
            {
                throw new ArgumentException(
                    Invariant($"Stages maps {MessageText.Quote(mapping.Source)} twice; each value has one meaning."),
                    parameter);
            }
        }
    }

    /// <summary>Returns the meaning of a value in the stage column, or null if it is unknown.</summary>
    public StageReading? ReadStage(ReadOnlySpan<char> value) => value.IsEmpty ? null : _stages.Read(value);

    /// <summary>Returns the meaning of a value in the status column, or null if it is unknown. A status can be a
    /// stage: one of the process, or mapped to one.</summary>
    public StageReading? ReadOutcome(ReadOnlySpan<char> value) => value.IsEmpty ? null : _outcomes.Read(value);

    /// <summary>Returns the known values as text.</summary>
    public string Known()
    {
        IEnumerable<string> stages = _process is null ? [] : _process.Stages.Select(stage => stage.Name);
        string known = string.Join(", ", stages.Concat(["Won", "Closed Won", "Lost", "Loss", "Closed Lost"]));
        return _process is null ? known + " (no sales process is stated, so that no open stage is known)" : known;
    }

    private StageReading? FindStage(string value)
    {
        string spelling = NameNormalizer.OfValue(value);
        if (_mapped.TryGetValue(spelling, out StageReading reading))
        {
            return reading;
        }

        if (_process?.FindStage(value) is { } stage)
        {
            return new StageReading(DealOutcome.Open, stage.Name);
        }

        if (OutcomeWords.TryGetValue(spelling, out DealOutcome outcome))
        {
            return new StageReading(outcome, ProcessStage: null);
        }

        return _spellings.TryGetValue(spelling, out string? name) && name is not null
            ? new StageReading(DealOutcome.Open, name)
            : _acceptsAny ? new StageReading(DealOutcome.Open, value) : null;
    }

    private StageReading? FindOutcome(string value) =>
        FindStage(value) is { } reading ? reading
        : NameNormalizer.OfValue(value) == "open" ? new StageReading(DealOutcome.Open, ProcessStage: null)
        : null;

    private string ProcessStage(StageMapping mapping, string parameter) =>
        _process?.FindStage(mapping.Stage!) is { } stage
            ? stage.Name
            : throw new ArgumentException(
                Invariant($"Stages maps {MessageText.Quote(mapping.Source)} to {MessageText.Quote(mapping.Stage!)}; ")
                    + "one of "
                    + (_process is null
                        ? "the stages of a sales process, which is not stated,"
                        : MessageText.List(_process.Stages.Select(s => s.Name)))
                    + " is expected.",
                parameter);
}
