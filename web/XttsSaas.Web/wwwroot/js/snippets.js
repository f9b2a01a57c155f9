/** The request that the studio would send, as code to copy. */
const quote = value => JSON.stringify(value);
const lines = (body, indent) => Object.entries(body).map(([key, value]) => `${indent}${quote(key)}: ${quote(value)}`).join(',\n');

export function snippet(kind, origin, body) {
  return writers[kind](`${origin}/v1/speech`, body);
}

const writers = {
  curl: (url, body) => `curl ${url} \\
  -H "Authorization: Bearer $XTTS_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d @- --output speech.wav <<'JSON'
{
${lines(body, '  ')}
}
JSON`,

  csharp: (url, body) => `using System.Net.Http.Headers;
using System.Net.Http.Json;

using var http = new HttpClient();
http.DefaultRequestHeaders.Authorization =
    new AuthenticationHeaderValue("Bearer", Environment.GetEnvironmentVariable("XTTS_API_KEY"));
var body = new
{
${Object.entries(body).map(([key, value]) => `    ${key} = ${quote(value)},`).join('\n')}
};
using var response = await http.PostAsJsonAsync("${url}", body);
response.EnsureSuccessStatusCode();
await File.WriteAllBytesAsync("speech.wav", await response.Content.ReadAsByteArrayAsync());`,

  js: (url, body) => `import { writeFile } from 'node:fs/promises';

const response = await fetch('${url}', {
  method: 'POST',
  headers: {
    'Authorization': \`Bearer \${process.env.XTTS_API_KEY}\`,
    'Content-Type': 'application/json',
  },
  body: JSON.stringify({
${lines(body, '    ')}
  }),
});
if (!response.ok) throw new Error((await response.json()).detail);
await writeFile('speech.wav', Buffer.from(await response.arrayBuffer()));`,

  python: (url, body) => `import json, os, urllib.request

body = {
${lines(body, '    ')}
}
request = urllib.request.Request(
    "${url}",
    data=json.dumps(body).encode(),
    headers={
        "Authorization": f"Bearer {os.environ['XTTS_API_KEY']}",
        "Content-Type": "application/json",
    },
)
with urllib.request.urlopen(request) as response, open("speech.wav", "wb") as file:
    file.write(response.read())`,
};
