using System.IO.Compression;
using System.Text;
using RevenueModel.Import;
using RevenueModel.Pipeline;

namespace RevenueModel.Tests.Import;

/// <summary>Small files for the tests of the importer.</summary>
internal static class Csv
{
    public static readonly SalesProcess Process = SalesProcess.Of(
        new PipelineStage { Name = "Discovery", WinProbability = 0.2m },
        new PipelineStage { Name = "Proposal", WinProbability = 0.5m });

    public static readonly CrmImportOptions Options = new() { Process = Process };

    public static Stream Of(params string[] lines) => OfText(string.Join("\r\n", lines) + "\r\n");

    public static Stream OfText(string text, Encoding? encoding = null)
    {
        Encoding used = encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new MemoryStream([.. used.GetPreamble(), .. used.GetBytes(text)]);
    }

    public static Stream Gzip(string text)
    {
        var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        zipped.Position = 0;
        return zipped;
    }

    public static CrmImport Read(CrmImportOptions options, params string[] lines) =>
        CrmImporter.Read(Of(lines), options);

    public static Opportunity ReadOne(CrmImportOptions options, params string[] lines)
    {
        CrmImport import = Read(options, lines);
        Assert.Empty(import.Refused);
        return Assert.Single(import.Opportunities);
    }

    public static void SameTexts(string[] expected, IEnumerable<string> actual) =>
        Assert.Equal(expected, actual, StringComparer.Ordinal);

    public static string ErrorOf(CrmImportOptions options, params string[] lines) =>
        Assert.Throws<ImportException>(() => Read(options, lines)).Message;
}
