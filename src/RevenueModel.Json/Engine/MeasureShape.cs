using System.Text.Json;
using System.Text.Json.Nodes;
using RevenueModel.Compensation;

namespace RevenueModel.Json;

/// <summary>A measure of pay as the name of a published one, <c>"new ARR"</c>, or as an object.</summary>
internal sealed class MeasureShape : Shape<CompMeasure>
{
    private static readonly CompMeasure[] Published =
    [
        CompMeasure.NewArr,
        CompMeasure.ExpansionArr,
        CompMeasure.LogoRetention,
        CompMeasure.GrossRetention,
        CompMeasure.Activations,
        CompMeasure.AttributedRoi,
        CompMeasure.PartnerInfluencedPipeline,
        CompMeasure.CertifiedConsultants,
    ];

    private readonly RecordShape<CompMeasure> _record;
    private readonly string _expected =
        EnumNames.OneOf(Published.Select(static measure => measure.Name)) + " or an object with a name";

    /// <summary>Creates the form.</summary>
    public MeasureShape(ShapeTable table) => _record = new RecordShape<CompMeasure>(table, "CompMeasure", Members);

    private static Func<Values<CompMeasure>, CompMeasure> Members(RecordBuilder<CompMeasure> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var kind = record.Optional("kind", static x => x.Kind);
        var unit = record.Optional("unit", static x => x.Unit);
        var id = record.Optional<string>("id", static x => x.Id, Forms.Name, isWritten: static x => x.Id != x.Name);
        return values => CompMeasure.Custom(values.Get(name), values.Get(kind), values.Get(unit), values.Get(id));
    }

    /// <inheritdoc/>
    public override CompMeasure Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            return _record.Read(ref reader);
        }

        string name = Tokens.Text(ref reader, _expected);
        return Array.Find(Published, measure => measure.Name == name)
            ?? throw Tokens.Unexpected(ref reader, _expected);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CompMeasure value)
    {
        if (Array.Exists(Published, measure => measure == value && measure.Name == value.Name))
        {
            writer.WriteStringValue(value.Name);
        }
        else
        {
            _record.Write(writer, value);
        }
    }

    /// <inheritdoc/>
    public override bool AreAlike(CompMeasure one, CompMeasure other) => _record.AreAlike(one, other);

    /// <inheritdoc/>
    public override JsonNode Describe(SchemaBuilder schema) => schema.Define("Measure", () => new JsonObject
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["enum"] = new JsonArray([.. Published.Select(static x => (JsonNode)x.Name)]) },
            _record.DescribeInPlace(schema)),
    });
}
