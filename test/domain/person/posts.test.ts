import { createDirectory } from '../../../src/domain/organisation/directory';
import { listPosts, type Post, parsePost, postName, withoutDisowned } from '../../../src/domain/person/posts';
import { exampleOrganisation } from '../../../testing/samples/organisation/example-organisation';

const directory = createDirectory(exampleOrganisation());
const posts = {
  leads: ['VOO'],
  deputises: ['MIL'],
  manages: [{ department: 'VOO', unit: 'HTS' }, { department: 'UTB' }],
  office: true,
};

test('posts are listed one by one, and each name leads back to its post', () => {
  const listed = listPosts(posts);
  expect(listed.map(postName)).toEqual(['leader.VOO', 'deputy.MIL', 'manager.VOO.HTS', 'manager.UTB', 'office']);
  for (const post of listed) expect(parsePost(postName(post), directory)).toEqual(post);
});

test.each([
  '',
  'office.VOO',
  'leader',
  'leader.GONE',
  'leader.VOO.HTS',
  'deputy.VOO.HTS',
  'manager.VOO.PLB',
  'manager.VOO.HTS.x',
  'king.VOO',
])('"%s" names no post', (name) => {
  expect(parsePost(name, directory)).toBeUndefined();
});

test('a disowned post is gone and the others stay', () => {
  const post: Post = { role: 'manager', department: 'VOO', unit: 'HTS' };
  expect(withoutDisowned(posts, [postName(post)])).toEqual({ ...posts, manages: [{ department: 'UTB' }] });
  expect(withoutDisowned(posts, listPosts(posts).map(postName))).toEqual({
    leads: [],
    deputises: [],
    manages: [],
    office: false,
  });
});
